import { readFileSync } from 'node:fs'

export type Datasource = { url?: string; shadowDatabaseUrl?: string }
export type Verb = 'can-connect-to-database' | 'create-database' | 'drop-database'

/** What the Prisma CLI asked of the engine on its command line. */
export type Invocation =
  | { kind: 'version' }
  | { kind: 'verb'; verb: Verb; datasource: Datasource }
  | { kind: 'serve'; datasource: Datasource; datamodels: [path: string, text: string][] }

const verbs: readonly Verb[] = ['can-connect-to-database', 'create-database', 'drop-database']

export function readInvocation(argv: readonly string[]): Invocation {
  if (argv.includes('--version')) return { kind: 'version' }
  const datasource = readDatasource(valuesOf(argv, '--datasource')[0])
  if (argv.includes('cli')) {
    const verb = verbs.find((known) => argv.includes(known))
    if (!verb) throw new Error(`schema engine: unknown cli verb in "${argv.join(' ')}"`)
    return { kind: 'verb', verb, datasource }
  }
  const paths = valuesOf(argv, '--datamodels')
  return { kind: 'serve', datasource, datamodels: paths.map((path) => [path, readFileSync(path, 'utf8')]) }
}

/** The words after an option, up to the next option. */
function valuesOf(argv: readonly string[], option: string): string[] {
  const at = argv.indexOf(option)
  if (at < 0) return []
  const rest = argv.slice(at + 1)
  const end = rest.findIndex((word) => word.startsWith('--'))
  return end < 0 ? rest : rest.slice(0, end)
}

// The CLI passes JSON either plainly or, to survive Windows quoting, as base64.
function readDatasource(value: string | undefined): Datasource {
  if (!value) return {}
  return JSON.parse(value.startsWith('{') ? value : Buffer.from(value, 'base64').toString())
}
