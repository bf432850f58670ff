// npm test: every layer, each whatever became of the others; `npm test -- unit laws` runs only those named.
import { ensureClient } from '../build/build.ts'
import { inWords, sum } from './counts.ts'
import { listFailures, nameFailures } from './failures.ts'
import { type Layer, layers, type Outcome } from './layers.ts'

async function runLayer({ name, run }: Layer): Promise<Outcome & { name: string; line: string }> {
  console.log(`\n── ${name}`)
  const startedAt = Date.now()
  const { counts, failures } = await run().catch((error: Error) => {
    console.error(error.message)
    return { counts: { passed: 0, failed: 1 }, failures: [] }
  })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  const line = `${name.padEnd(9)} ${inWords(counts)} (${seconds} s)`
  console.log(line)
  return { name, line, counts, failures }
}

function chosenLayers(names: readonly string[]): Layer[] {
  const unknown = names.find((name) => !layers.some((layer) => layer.name === name))
  if (unknown)
    throw new Error(`No layer "${unknown}". There are: ${layers.map(({ name }) => name).join(', ')}.`)
  return names.length > 0 ? layers.filter(({ name }) => names.includes(name)) : layers
}

try {
  const chosen = chosenLayers(process.argv.slice(2))
  await ensureClient()
  const results: Awaited<ReturnType<typeof runLayer>>[] = []
  for (const layer of chosen) results.push(await runLayer(layer))
  const failed = results.filter(({ failures }) => failures.length > 0)
  for (const { name, failures } of failed) console.log(`\n${listFailures(name, failures)}`)
  const names = failed.map(({ name, failures }) => `${nameFailures(name, failures)}\n\n`).join('')
  const total = sum(results.map(({ counts }) => counts))
  console.log(`\n${names}${results.map(({ line }) => line).join('\n')}\n\n${inWords(total)}`)
  process.exitCode = total.failed === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
