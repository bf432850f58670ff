import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { AuditAction } from '#lib/audit/audit-action.ts'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { type Finding, findingText } from '#lib/connectors/finding.ts'
import { connectors } from '#lib/connectors/registry.ts'
import { tryRoute } from '#lib/console/banks/try-route.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { addInstitution } from '#lib/institutions/add-institution.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { findInstitution, findInstitutionByKey } from '#lib/institutions/institution-store.ts'
import { type ListedRoute, listRoutes, putRoute, switchRoute } from '#lib/institutions/route-store.ts'
import { secondMs } from '#lib/kit/clock.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { actor, type Command, CommandError } from './command.ts'
import { tenantNamed } from './tenant-named.ts'

const read = (words: string[]) =>
  parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      connector: { type: 'string', default: 'fdx' },
      settings: { type: 'string' },
      name: { type: 'string' },
      'name-fr': { type: 'string' },
      number: { type: 'string', multiple: true, default: [] },
      country: { type: 'string', default: 'CA' },
      key: { type: 'string' },
      position: { type: 'string', default: '0' },
    },
  })
type Asked = ReturnType<typeof read>

/** `-` is what stands in the pipe, so that no secret need lie in a file. */
const readSettingsFile = (path: string | undefined): string => {
  if (path === undefined) throw new CommandError('Give the settings: --settings <file>, or - for the pipe')
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch {
    throw new CommandError(`The settings cannot be read from ${path}`)
  }
}

const connectorNamed = (id: string) => {
  const connector = Object.hasOwn(connectors, id) ? connectors[id] : undefined
  if (connector?.setup) return { ...connector, setup: connector.setup }
  const known = Object.values(connectors).filter(({ setup }) => setup !== undefined)
  throw new CommandError(`Connectors that take settings are: ${known.map((one) => one.id).join(', ')}`)
}

const institutionNamed = async (named: string | undefined): Promise<Institution> => {
  if (!named) throw new CommandError('Name the institution, by its number, key or name')
  const institution = await findInstitutionByKey(named)
  if (!institution) throw new CommandError(`No institution is called “${named}”. A new one needs --name.`)
  return institution
}

/** The institution of this key, which is new where it was given a name. */
const institutionOf = async ({ positionals, values }: Asked): Promise<Institution> => {
  const [, named] = positionals
  const { name, country } = values
  if (name === undefined) return institutionNamed(named)
  if (!named || !/^[A-Za-z][\w-]{1,60}$/.test(named))
    throw new CommandError('A new institution needs a key: a letter, then letters, digits, - and _')
  if (country !== 'CA' && country !== 'US') throw new CommandError('The country is CA or US')
  if (values.number.some((number) => !/^(\d{3}|\d{9})$/.test(number)))
    throw new CommandError('A number is an institution number (3 digits) or a routing number (9 digits)')
  const names = { nameEn: name, nameFr: values['name-fr'] ?? name }
  const added = await addInstitution({
    upstreamKey: named,
    ...names,
    country,
    kind: 'bank',
    numbers: values.number,
  })
  if (!added.ok) throw new CommandError(`“${named}” is in the directory already. Leave --name out.`)
  return institutionNamed(String(added.value))
}

const recordDone = (
  db: TenantDb,
  action: AuditAction,
  { id }: Institution,
  connector: string,
): Promise<void> => recordAudit(db, { actor, action, subject: String(id), detail: { connector } })

const add = async (words: string[]): Promise<void> => {
  const asked = read(words)
  const db = await tenantNamed(asked.positionals[0])
  const { id: connectorId, setup } = connectorNamed(asked.values.connector)
  const settings = readSettingsFile(asked.values.settings)
  const flaws = setup.flaws(settings)
  const told = flaws.map((flaw) => findingText(flaw, translatorFor('en')))
  if (told.length > 0) throw new CommandError(`The settings cannot be used:\n  ${told.join('\n  ')}`)
  const position = Number(asked.values.position)
  if (!Number.isInteger(position) || position < 0) throw new CommandError('A position is 0, 1, 2 …')
  const institution = await institutionOf(asked)
  const upstreamKey = asked.values.key ?? institution.upstreamKey
  await putRoute(db, { institutionId: institution.id, connectorId, upstreamKey, position, settings })
  await recordDone(db, 'route.put', institution, connectorId)
  console.log(`${institution.id}  ${institution.nameEn} is reached over ${connectorId}.`)
}

const lineOf = async (route: ListedRoute): Promise<string> => {
  const institution = await findInstitution(route.institutionId)
  const { institutionId, connectorId, position, disabledAt } = route
  const state = disabledAt ? `off since ${disabledAt.toISOString()}` : 'on'
  return [institutionId, institution?.nameEn ?? '?', connectorId, `at ${position}`, state].join('  ')
}

const list = async ([slug]: string[]): Promise<void> => {
  const routes = await listRoutes(await tenantNamed(slug))
  if (routes.length === 0) console.log('No institution has a route of its own.')
  for (const route of routes) console.log(await lineOf(route))
}

/** The routes of a tenant to the named institution, over one connector where one is asked for. */
const routesNamed = async (words: string[]) => {
  const asked = read(words)
  const db = await tenantNamed(asked.positionals[0])
  const institution = await institutionNamed(asked.positionals[1])
  const isNarrow = words.some((word) => word.startsWith('--connector'))
  const routes = (await listRoutes(db)).filter(
    ({ institutionId, connectorId }) =>
      institutionId === institution.id && (!isNarrow || connectorId === asked.values.connector),
  )
  if (routes.length === 0)
    throw new CommandError(`No route of ${asked.positionals[0]} leads to ${institution.nameEn}.`)
  return { db, institution, routes }
}

const sayFindings = (findings: readonly Finding[]): number => {
  const t = translatorFor('en')
  for (const one of findings) console.log(`${one.isGood ? '✓' : '✗'} ${findingText(one, t)}`)
  return findings.filter(({ isGood }) => !isGood).length
}

const examine = async (db: TenantDb, { id }: ListedRoute): Promise<number> =>
  sayFindings((await tryRoute(db, id, 30 * secondMs)) ?? [])

const test = async (words: string[]): Promise<void> => {
  const { db, routes } = await routesNamed(words)
  let flaws = 0
  for (const route of routes) flaws += await examine(db, route)
  if (flaws > 0) throw new CommandError(flaws === 1 ? 'One thing is wrong.' : `${flaws} things are wrong.`)
}

const turn =
  (disabledAt: () => Date | null, word: 'off' | 'on') =>
  async (words: string[]): Promise<void> => {
    const { db, institution, routes } = await routesNamed(words)
    for (const { id, connectorId } of routes) {
      await switchRoute(db, id, disabledAt())
      await recordDone(db, `route.${word}`, institution, connectorId)
      console.log(`${institution.id}  ${institution.nameEn} over ${connectorId} is ${word}.`)
    }
  }

const verbs: Readonly<Record<string, (words: string[]) => Promise<void>>> = {
  add,
  list,
  test,
  off: turn(() => new Date(), 'off'),
  on: turn(() => null, 'on'),
}

const institutions: Command = {
  usage:
    'add|list|test|off|on <tenant> [<institution>] [--settings <file|->] [--connector fdx] [--name <new>] …',
  says: 'The ways by which a tenant reaches banks: docs/connectors.md tells them one by one.',
  run: async ([verb = '', ...words]) => {
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (!run) throw new CommandError(`Say what to do: ${Object.keys(verbs).join(', ')}`)
    await run(words)
  },
}

export const institutionCommands = { institutions }
