#!/usr/bin/env node
// Prisma's schema engine without its download: the same command line and JSON-RPC over the engine's
// WebAssembly build. PRISMA_SCHEMA_ENGINE_BINARY points here; SHADOW=pglite keeps the shadow in memory.
import { readAddress } from './address.ts'
import { connectionsTo } from './connections.ts'
import { createDatabase, runVerb } from './database-verbs.ts'
import { type Invocation, readInvocation } from './invocation.ts'
import { type Answerer, serveJsonRpc } from './json-rpc.ts'
import { type Engine, engineVersion, startEngine } from './wasm-engine.ts'

type Method = (params: unknown) => Promise<unknown>

/** The engine starts at the first request that needs it: `createDatabase` comes before any can connect. */
function answererFor({ datasource, datamodels }: Extract<Invocation, { kind: 'serve' }>): Answerer {
  let engine: Promise<Engine> | undefined
  const start = () => startEngine(datamodels, connectionsTo(datasource, process.env.SHADOW === 'pglite'))
  return async (method, params, print) => {
    if (method === 'createDatabase') return createMain(datasource.url)
    engine ??= start()
    const result = await call(await engine, method === 'getDatabaseVersion' ? 'version' : method, params)
    return method === 'diff' ? printDiff(result, print) : result
  }
}

function call(engine: Engine, name: string, params: unknown): Promise<unknown> {
  const method = Reflect.get(engine, name) as Method | undefined
  if (typeof method !== 'function') throw new Error(`schema engine: no method ${name}`)
  return method.call(engine, params)
}

async function createMain(url: string | undefined) {
  if (!url) throw new Error('createDatabase needs a datasource url')
  const address = readAddress(url)
  await createDatabase(address, address.database)
  return { databaseName: address.database }
}

// The CLI shows a diff only when it comes back as a `print` request of ours.
function printDiff(result: unknown, print: (text: string) => void) {
  const { exitCode, stdout } = result as { exitCode: number; stdout: string | null }
  if (stdout !== null && stdout !== undefined) print(stdout)
  return { exitCode, stdout: null }
}

const invocation = readInvocation(process.argv.slice(2))
if (invocation.kind === 'version') console.log(`schema-engine-wasm ${await engineVersion()}`)
else if (invocation.kind === 'verb')
  process.exitCode = await runVerb(invocation.verb, invocation.datasource.url)
else {
  await serveJsonRpc(process.stdin, process.stdout, answererFor(invocation))
  process.exit(0)
}
