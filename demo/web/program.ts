/** Runs a demo program: says what keeps it from starting, and ends quietly when told to. */
export async function runProgram(name: string, start: () => Promise<void>): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0))
  try {
    await start()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'EADDRINUSE' ? `its port is taken (${message}).` : message
    console.error(`The ${name} cannot start: ${why}`)
    process.exit(1)
  }
}
