import type { WebhookEndpoint } from '#lib/delivery/webhook-endpoint.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { ConflictRow } from '../../../../_ui/edit-conflict.tsx'

type Typed = { readonly url: string; readonly eventNames: readonly string[] }

/** Both values of what somebody else has saved otherwise meanwhile. */
export const conflictRows = (endpoint: WebhookEndpoint, typed: Typed, t: Translate): ConflictRow[] => {
  const events = (names: readonly string[]) => names.toSorted().join(', ') || '–'
  const rows = [
    { label: t('console.webhooks.url'), theirs: endpoint.url, mine: typed.url },
    {
      label: t('console.webhooks.events'),
      theirs: events(endpoint.eventNames),
      mine: events(typed.eventNames),
    },
  ]
  return rows.filter(({ theirs, mine }) => theirs !== mine)
}
