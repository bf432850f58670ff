import type { OpenApiDocument } from '#lib/kit/openapi.ts'

/** As much of JSON Schema as our documents use. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly description?: string
  readonly default?: unknown
  readonly example?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
}

export type Parameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: Schema
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

export type ReferenceOperation = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | null
  /** How the caller proves itself: the name of the header, and what stands before the key. */
  readonly header: string | null
  readonly answers: readonly {
    readonly status: string
    readonly description: string
    readonly schema: Schema | null
  }[]
}

export type ReferenceGroup = {
  readonly name: string
  readonly description: string
  readonly operations: readonly ReferenceOperation[]
}

type Raw = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

const schemaIn = (content: Content | undefined): Schema | null =>
  Object.values(content ?? {})[0]?.schema ?? null

/** What a reference stands for; anything else as it is. */
const resolved = (schema: Schema | null, document: OpenApiDocument): Schema | null => {
  const name = schema && refName(schema)
  return name ? ((document.components?.schemas?.[name] as Schema | undefined) ?? schema) : schema
}

const headerOf = (raw: Raw, { components }: OpenApiDocument): string | null => {
  const [name = ''] = Object.keys(raw.security?.[0] ?? {})
  const scheme = components?.securitySchemes?.[name] as { type?: string; name?: string } | undefined
  if (!scheme) return null
  return scheme.type === 'http' ? 'Authorization: Bearer ' : `${scheme.name}: `
}

const operationOf = (
  document: OpenApiDocument,
  { path, method, raw }: { readonly path: string; readonly method: string; readonly raw: Raw },
): ReferenceOperation => ({
  id: raw.operationId,
  method: method.toUpperCase(),
  path,
  summary: raw.summary,
  description: raw.description ?? '',
  parameters: raw.parameters ?? [],
  body: resolved(schemaIn(raw.requestBody?.content), document),
  header: headerOf(raw, document),
  answers: Object.entries(raw.responses).map(([status, { description, content }]) => ({
    status,
    description,
    schema: schemaIn(content),
  })),
})

/** The document in the order of reading: by tag, each with its operations. */
export const groupsOf = (document: OpenApiDocument): ReferenceGroup[] =>
  (document.tags ?? []).map(({ name, description = '' }) => ({
    name,
    description,
    operations: Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Raw>)
        .filter(([, raw]) => raw.tags?.includes(name))
        .map(([method, raw]) => operationOf(document, { path, method, raw })),
    ),
  }))

export const schemasOf = ({ components }: OpenApiDocument): [string, Schema][] =>
  Object.entries((components?.schemas ?? {}) as Record<string, Schema>)

/** The name that a reference ends in. */
export const refName = ({ $ref }: Schema): string | null => $ref?.split('/').at(-1) ?? null

const listed = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join(' | ')

/** A schema in a few words: `string (date-time) | null`. */
export const typeOf = (schema: Schema): string => {
  const name = refName(schema)
  if (name) return name
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (parts) return [...new Set(parts.map(typeOf))].join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return listed(schema.enum)
  if (schema.items) return `${typeOf(schema.items)}[]`
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any')
  return schema.format ? `${type} (${schema.format})` : String(type)
}

/** Bounds and default, as far as there are. */
export const limitsOf = ({ minimum, maximum, maxLength, default: fallback }: Schema): string =>
  [
    minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? `≥ ${minimum}` : '',
    maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `≤ ${maximum}` : '',
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    fallback === undefined ? '' : `default ${JSON.stringify(fallback)}`,
  ]
    .filter(Boolean)
    .join(', ')

/** The object inside: of a list its item, of a choice the one that has fields. */
export const objectIn = (schema: Schema): Schema | null => {
  if (schema.properties) return schema
  if (schema.items) return objectIn(schema.items)
  return (
    (schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []).map(objectIn).find((one) => one !== null) ?? null
  )
}
