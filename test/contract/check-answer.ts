import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { OpenApiDocument } from '#lib/kit/openapi.ts'

/** One exchange as a suite saw it. */
export type Exchange = {
  readonly method: string
  readonly pathname: string
  readonly status: number
  readonly contentType: string | null
  readonly body: string
}

type Documented = { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }

const validators = new WeakMap<object, ValidateFunction>()

const validatorOf = (document: OpenApiDocument, schema: object): ValidateFunction => {
  const known = validators.get(schema)
  if (known) return known
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  const made = ajv.compile({ ...schema, components: document.components })
  validators.set(schema, made)
  return made
}

const isAt = (template: string, pathname: string): boolean =>
  new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname)

const documentedAnswer = (
  document: OpenApiDocument,
  { method, pathname, status }: Exchange,
): Documented | null => {
  const path = Object.keys(document.paths ?? {}).find((template) => isAt(template, pathname))
  const item = (document.paths?.[path ?? ''] ?? {}) as Record<
    string,
    { responses?: Record<string, Documented> }
  >
  return item[method.toLowerCase()]?.responses?.[String(status)] ?? null
}

/** What the document says against an exchange; empty where the contract was kept. */
export const flawsOfAnswer = (document: OpenApiDocument, exchange: Exchange): string[] => {
  const { method, pathname, status, contentType, body } = exchange
  const where = `${method} ${pathname} ${status}`
  const documented = documentedAnswer(document, exchange)
  if (!documented) return [`${where} is not in the document`]
  if (!documented.content) return body === '' ? [] : [`${where} has a body, the document says none`]
  const schema = documented.content[(contentType ?? '').split(';')[0] ?? '']?.schema
  if (!schema) return [`${where} comes as ${contentType}, which the document does not say`]
  const validate = validatorOf(document, schema)
  if (validate(JSON.parse(body))) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${where}: ${instancePath} ${message}`)
}
