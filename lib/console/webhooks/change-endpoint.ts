import { inTransaction } from '#lib/db/tenant-db.ts'
import { deleteEndpoint } from '#lib/delivery/delete-endpoint.ts'
import { rotateSecret } from '#lib/delivery/rotate-secret.ts'
import { sendTestEvent } from '#lib/delivery/send-test-event.ts'
import { updateEndpoint } from '#lib/delivery/update-endpoint.ts'
import { endpointChangeSchema, toEndpoint, type WebhookEndpoint } from '#lib/delivery/webhook-endpoint.ts'
import { lockEndpoint } from '#lib/delivery/webhook-endpoint-store.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { actorOf, type Desk } from '../desk.ts'
import { revealNext } from '../reveal-once.ts'
import { seenOf } from '../seen-of.ts'

export const endpointVerbs = ['test', 'pause', 'resume', 'roll', 'delete', 'change'] as const
export type EndpointVerb = (typeof endpointVerbs)[number]

/** What a form says beside its verb; read by `change` alone. `seen`: the revision that it was drawn from. */
export type TypedChange = {
  readonly url: string
  readonly eventNames: readonly string[]
  readonly seen: string
}
type Refusal = 'unknown' | 'disabled' | 'url' | 'changed'

/** Of what the form changes and nothing else: an endpoint that was stopped meanwhile is none that was overwritten. */
export const endpointRevision = ({ url, eventNames }: Pick<WebhookEndpoint, 'url' | 'eventNames'>): string =>
  seenOf([url, [...eventNames].toSorted()])

type Verb = (
  desk: Desk<'webhooks.manage'>,
  id: string,
  typed: TypedChange,
) => Promise<Outcome<unknown, Refusal>>

const setPaused =
  (isPaused: boolean): Verb =>
  (desk, id) =>
    updateEndpoint(desk.db, id, { isPaused }, actorOf(desk))

const roll: Verb = async (desk, id) => {
  const rolled = await rotateSecret(desk.db, id, actorOf(desk))
  if (rolled.ok) await revealNext(desk, 'webhook_secret', rolled.value.secret)
  return rolled
}

const change: Verb = async (desk, id, typed) => {
  const parsed = endpointChangeSchema.safeParse({ url: typed.url, eventNames: [...typed.eventNames] })
  if (!parsed.success) return failed('url')
  return inTransaction(desk.db, async (tx): Promise<Outcome<unknown, Refusal>> => {
    const standing = await lockEndpoint(tx, id)
    if (standing && endpointRevision(toEndpoint(standing)) !== typed.seen) return failed('changed')
    return updateEndpoint(tx, id, parsed.data, actorOf(desk))
  })
}

const remove: Verb = async (desk, id) =>
  (await deleteEndpoint(desk.db, id, actorOf(desk))) ? succeeded(null) : failed('unknown')

const verbs: Readonly<Record<EndpointVerb, Verb>> = {
  test: (desk, id) => sendTestEvent(desk.db, id, actorOf(desk)),
  pause: setPaused(true),
  resume: setPaused(false),
  roll,
  delete: remove,
  change,
}

/** Does what a button beside an endpoint says. A new secret waits for the next page. */
export const changeEndpoint = (
  desk: Desk<'webhooks.manage'>,
  id: string,
  verb: EndpointVerb,
  typed: TypedChange,
): Promise<Outcome<unknown, Refusal>> => verbs[verb](desk, id, typed)
