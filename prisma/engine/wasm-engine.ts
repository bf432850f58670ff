import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

type Loader = typeof bindings & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void }
type Starter = WebAssembly.Exports & { __wbindgen_start: () => void }
type Datamodels = [path: string, text: string][]

export type Engine = bindings.SchemaEngine

async function loadBindings(): Promise<typeof bindings> {
  const script = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(fileURLToPath(new URL('schema_engine_bg.wasm', script)))
  // wasm-bindgen generates the imports this module asks for: they are functions, though typed as a module.
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(bytes, imports)
  const loader = bindings as Loader
  loader.__wbg_set_wasm(instance.exports)
  const starter = instance.exports as Starter
  starter.__wbindgen_start()
  reportPanics()
  return bindings
}

// A Rust panic calls this hook before the instance traps; without it only "unreachable" would be seen.
function reportPanics(): void {
  const registry = { set_message: (message: string) => console.error(`schema engine panicked: ${message}`) }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry })
}

export async function engineVersion(): Promise<string> {
  return (await loadBindings()).version()
}

export async function startEngine(
  datamodels: Datamodels,
  connections: SqlMigrationAwareDriverAdapterFactory,
): Promise<Engine> {
  const { SchemaEngine } = await loadBindings()
  const silent = () => undefined
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined }
  return SchemaEngine.new(options, silent, bindMigrationAwareSqlAdapterFactory(connections))
}
