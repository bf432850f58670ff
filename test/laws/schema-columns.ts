import type { Law, Tree, Violation } from './repository-tree.ts'

type Column = {
  readonly path: string
  readonly line: number
  readonly model: string
  readonly name: string
  readonly type: string
}

const nameOf = ({ model, name }: Column): string => `${model}.${name}`

/** The columns of every model; `type` is without `?`, lists keep their `[]`. */
const columnsIn = (path: string, text: string): Column[] => {
  let model: string | null = null
  return text.split('\n').flatMap((line, index) => {
    model = line.match(/^model (\w+) \{/)?.[1] ?? (line.startsWith('}') ? null : model)
    const [, name, type] = line.match(/^ {2}(\w+)\s+(\w+(?:\[\])?)/) ?? []
    return model && name && type ? [{ path, line: index + 1, model, name, type }] : []
  })
}

const columnsOf = (tree: Tree): Column[] =>
  tree.filter(({ path }) => path.endsWith('.prisma')).flatMap(({ path, text }) => columnsIn(path, text))

/** Words that in a column's name hint at something secret or personal. */
const suspicious = new Set(
  `password passcode pin token secret code proof key username email phone address holder holders name birth
  number numbers credential credentials answer answers challenge challenges grant detail details transaction
  transactions balance prefill flash pending state payload claim`.split(/\s+/),
)

const wordsOf = (name: string): string[] => name.split(/(?=[A-Z])/).map((word) => word.toLowerCase())
const isSuspicious = ({ name, type }: Column): boolean =>
  /^(String|Json|Bytes)/.test(type) && wordsOf(name).some((word) => suspicious.has(word))

const isGuarded = ({ name }: Column): boolean => /(Sealed|Hash|Fingerprint)$/.test(name)
const isReference = ({ name }: Column): boolean => name.endsWith('Id')

/** Columns that may be read in the clear although their names hint at more, each with the reason. */
const allowed: Readonly<Record<string, string>> = {
  'Tenant.name': 'the name of a business',
  'TenantKey.wrapped': 'a key, wrapped by the key-encryption key, which the database never holds',
  'HouseKey.wrapped': 'a key, wrapped like a tenant’s',
  'BrandVersion.displayName': 'the name of a business, printed on every page',
  'BrandVersion.supportEmail': 'the public contact of a business',
  'BrandVersion.supportPhone': 'the public contact of a business',
  'BrandAsset.image': 'the logo of a business, shown on every page',
  'Institution.upstreamKey': 'the public key of a bank in its connector’s directory',
  'InstitutionRoute.upstreamKey': 'the public key of a bank in its connector’s directory',
  'Institution.nameEn': 'the name of a bank',
  'Institution.nameFr': 'the name of a bank',
  'Institution.numbers': 'public institution and routing numbers of a bank',
  'SessionEvent.name': 'the name of an event',
  'SessionEvent.detail': 'ids and counts only, by the types of its writers',
  'WebhookMessage.eventName': 'the name of an event',
  'AuditEntry.detail': 'ids and counts only, by the types of its writers',
  'TurnCount.key': 'the name of a limit and a keyed hash of who is counted',
  'OutboxEvent.payload': 'ids and counts only; what is secret stands in payloadSealed',
}

const flawOf = (column: Column): string | null => {
  const { name, type } = column
  if (isGuarded(column)) return type === 'Bytes' ? null : 'promises sealed or hashed bytes and is not Bytes'
  if (nameOf(column) in allowed || isReference(column)) return null
  if (type.startsWith('Bytes')) return 'is Bytes and ends in none of Sealed, Hash, Fingerprint'
  return isSuspicious(column) ? `may hold a secret in the clear: “${name}”` : null
}

/** Law 3: what is secret or personal stands sealed or hashed, and its column says so. */
export const secretsAreSealed: Law = (tree) =>
  columnsOf(tree).flatMap((column) => {
    const flaw = flawOf(column)
    return flaw === null ? [] : [`${column.path}:${column.line} ${nameOf(column)} ${flaw}`]
  })

/** An exception outlives its column only as a hole for the next one of that name. */
export const exceptionsExist: Law = (tree): Violation[] => {
  const columns = new Set(columnsOf(tree).map(nameOf))
  if (columns.size === 0) return []
  return Object.keys(allowed)
    .filter((name) => !columns.has(name))
    .map((name) => `test/laws/schema-columns.ts:1 ${name} is allowed and does not exist`)
}

/** Models that belong to the installation and not to one tenant. */
const shared = new Set([
  'Tenant',
  'Institution',
  'TurnCount',
  'HouseKey',
  'StaffMember',
  'StaffPasskey',
  'StaffRecoveryCode',
  'StaffSession',
  'StaffSignIn',
])

/** Law 4: every row names its tenant, so that scope can be injected. */
export const rowsNameTheirTenant: Law = (tree) => {
  const columns = columnsOf(tree)
  const scoped = new Set(columns.filter(({ name }) => name === 'tenantId').map(({ model }) => model))
  const models = [...new Map(columns.toReversed().map((column) => [column.model, column])).values()]
  return models
    .filter(({ model }) => !scoped.has(model) && !shared.has(model))
    .map(({ path, line, model }) => `${path}:${line} ${model} names no tenant`)
}

/** What a row is, and which combinations are legal, stands above its model. */
export const modelsAreExplained: Law = (tree) =>
  tree
    .filter(({ path }) => path.endsWith('.prisma'))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n')
      return lines.flatMap((line, index) =>
        line.startsWith('model ') && !lines[index - 1]?.startsWith('///')
          ? [`${path}:${index + 1} ${line.split(' ')[1]} is not explained`]
          : [],
      )
    })
