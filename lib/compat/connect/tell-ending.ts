import { settleEnding } from '#lib/flow/api/settle-ending.ts'
import { returnUrlOf, successParams } from '#lib/flow/leave.ts'
import type { OpenVisit } from '#lib/flow/open-visit.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import { env } from '#lib/kit/env.ts'
import { endedEvent, type FrameEvent, redirectEvent } from './events.ts'

/** How a framed visit ends: `url` is where the person is led, null where they stay. */
export type FrameEnding = { readonly url: string | null; readonly event: () => Promise<FrameEvent> }

/**
 * The page on which a framed visit ends where no address was given. Its query does not begin with `loginId`: pages that
 * watch the frame's address for that one would take it for their own.
 */
export const resultPathOf = async (open: OpenVisit): Promise<string> => {
  const { id, outcome } = open.session
  const { loginId, ...rest } = outcome === 'finished' ? await successParams(open) : {}
  const query = new URLSearchParams({ visit: id, ...rest, ...(loginId === undefined ? {} : { loginId }) })
  return `/v2/Result/${encodeURIComponent(rest.institution ?? 'None')}?${query}`
}

const finishedEvent = async (open: OpenVisit, url: string): Promise<FrameEvent> => {
  const { connection, session } = open
  if (!connection) return endedEvent('failed')
  const requestId = await settleEnding(open, connection)
  const institution = (await findInstitution(connection.institutionId))?.upstreamKey ?? ''
  const accountId = session.facts.accounts?.accountIds.join(',') ?? ''
  return redirectEvent({ loginId: connection.loginId, requestId, institution, accountId, url })
}

/** How this visit ends for the page around: what it is told, and where the person goes. */
export const tellEnding = async (open: OpenVisit): Promise<FrameEnding> => {
  const { session } = open
  const address = session.returnUrl === null ? null : await returnUrlOf(open)
  const url = session.frame?.settings.jsRedirect ? null : address
  const told = address ?? new URL(await resultPathOf(open), env().PUBLIC_URL).href
  const event = async () =>
    session.outcome === 'finished' ? finishedEvent(open, told) : endedEvent(session.outcome ?? 'cancelled')
  return { url, event }
}
