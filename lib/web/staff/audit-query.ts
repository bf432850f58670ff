import type { AuditQuery } from '#lib/audit/audit-store.ts'
import { dayMs, later } from '#lib/kit/clock.ts'

const dayOf = (text: string | null): Date | undefined => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? new Date(`${text}T00:00:00Z`) : null
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}

const sequenceOf = (text: string | null): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : undefined

const textOf = (text: string | null): string | undefined => text?.slice(0, 100) || undefined

/** What an address asks of the log; `to` is a day that is still asked for. What it does not understand it leaves out. */
export const auditQuery = (request: Request, limit: number): AuditQuery => {
  const params = new URL(request.url).searchParams
  const to = dayOf(params.get('to'))
  return {
    actor: textOf(params.get('actor')),
    action: textOf(params.get('action')),
    subject: textOf(params.get('subject')),
    from: dayOf(params.get('from')),
    until: to && later(to, dayMs),
    before: sequenceOf(params.get('before')),
    limit,
  }
}

/** The filters of an address as it has them, without the place in the list. */
export const auditFilters = (request: Request): URLSearchParams => {
  const kept = new URLSearchParams()
  const params = new URL(request.url).searchParams
  for (const name of ['actor', 'action', 'subject', 'from', 'to']) {
    const value = params.get(name)
    if (value) kept.set(name, value)
  }
  return kept
}
