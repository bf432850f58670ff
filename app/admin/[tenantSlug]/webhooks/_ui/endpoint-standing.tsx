import type { WebhookEndpoint } from '#lib/delivery/webhook-endpoint.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Mark } from '../../../_ui/mark.tsx'

/** How an endpoint fares, in a word. */
export const EndpointStanding = ({ endpoint, t }: { endpoint: WebhookEndpoint; t: Translate }) => {
  const { disabledReason, failingSince } = endpoint
  if (disabledReason === 'paused') return <Mark>{t('console.webhooks.standing.paused')}</Mark>
  if (disabledReason) return <Mark tone="bad">{t(`console.webhooks.standing.${disabledReason}`)}</Mark>
  if (failingSince) return <Mark tone="busy">{t('console.webhooks.standing.troubled')}</Mark>
  return <Mark tone="good">{t('console.webhooks.standing.works')}</Mark>
}
