import { failed, type Outcome } from '#lib/kit/outcome.ts'

/** What a provider is told. `body` null: nothing beside the status. */
export type ScimAnswer = {
  readonly status: number
  readonly body: object | null
  readonly headers?: Record<string, string>
}

type ScimType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'mutability'
  | 'uniqueness'

/** RFC 7644 §3.12. `detail` is for whoever reads the provider’s log: it says what is expected. */
export type ScimFault = {
  readonly status: number
  readonly detail: string
  readonly scimType?: ScimType
}

export const faultSchemaId = 'urn:ietf:params:scim:api:messages:2.0:Error'

export const fault = (status: number, detail: string, scimType?: ScimType) =>
  failed<ScimFault>({ status, detail, ...(scimType ? { scimType } : {}) })

export type Replied = Outcome<ScimAnswer, ScimFault>

export const answerOf = (replied: Replied, headers: Record<string, string>): Response => {
  const { status, body, headers: own = {} } = replied.ok ? replied.value : faultAnswer(replied.reason)
  const type: Record<string, string> =
    body === null ? {} : { 'content-type': 'application/scim+json; charset=utf-8' }
  return new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: { ...type, ...headers, ...own },
  })
}

const faultAnswer = ({ status, detail, scimType }: ScimFault): ScimAnswer => ({
  status,
  body: { schemas: [faultSchemaId], status: String(status), ...(scimType ? { scimType } : {}), detail },
})
