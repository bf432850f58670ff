import { createEndpoint } from '#lib/delivery/create-endpoint.ts'
import { newEndpointSchema } from '#lib/delivery/webhook-endpoint.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { actorOf, type Desk } from '../desk.ts'

export type TypedEndpoint = {
  readonly url: string
  readonly envelope: string
  readonly eventNames: readonly string[]
  readonly isTest: boolean
}
export type EndpointFlaw = 'url' | 'too_many'

/** A new endpoint, as a form asks for it. Answers its id and, this once, its secret. */
export const createEndpointAtDesk = async (
  desk: Desk<'webhooks.manage'>,
  typed: TypedEndpoint,
): Promise<Outcome<{ readonly id: string; readonly secret: string }, EndpointFlaw>> => {
  const parsed = newEndpointSchema.safeParse({ ...typed, eventNames: [...typed.eventNames] })
  if (!parsed.success) return failed('url')
  const made = await createEndpoint(desk.db, parsed.data, actorOf(desk))
  if (!made.ok) return failed('too_many')
  return succeeded({ id: made.value.endpoint.id, secret: made.value.secret })
}
