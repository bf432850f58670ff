import { type House, type HouseOptions, openHouse } from './house.ts'

/**
 * Opens the house, tells `onReady` when all of it is, and closes it on Ctrl-C, on SIGTERM or when a part ends:
 * exit code 0 when asked, 1 when not.
 */
export async function launch(options: HouseOptions, onReady: () => Promise<void>): Promise<void> {
  const house = openHouse(options)
  const outcome = await Promise.race([failureOf(house, onReady), whenAsked()])
  if (outcome) console.error(`\n${outcome}`)
  else console.log('\nStopping …')
  await house.close()
  process.exit(outcome ? 1 : 0)
}

async function failureOf(
  house: House & { ready: Promise<void> },
  onReady: () => Promise<void>,
): Promise<string> {
  try {
    await house.ready
    await onReady()
    return await house.failed
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

// The listeners stay: npm and the terminal may each pass on the same Ctrl-C.
function whenAsked(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null))
  })
}
