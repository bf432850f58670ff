// npm test: every layer, each whatever became of the others; `npm test -- unit laws` runs only those named.
import { ensureClient } from '../build/build.ts'
import { type Counts, inWords, sum } from './counts.ts'
import { type Layer, layers } from './layers.ts'

async function runLayer({ name, run }: Layer): Promise<{ line: string; counts: Counts }> {
  console.log(`\n── ${name}`)
  const startedAt = Date.now()
  const counts = await run().catch((error: Error) => {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  const line = `${name.padEnd(9)} ${inWords(counts)} (${seconds} s)`
  console.log(line)
  return { line, counts }
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
  const total = sum(results.map(({ counts }) => counts))
  console.log(`\n${results.map(({ line }) => line).join('\n')}\n\n${inWords(total)}`)
  process.exitCode = total.failed === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
