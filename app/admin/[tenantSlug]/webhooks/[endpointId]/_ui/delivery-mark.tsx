import type { WebhookDelivery } from '#lib/delivery/webhook-delivery.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Mark } from '../../../../_ui/mark.tsx'

const tones = { waiting: 'busy', delivered: 'good', given_up: 'bad', withheld: 'plain' } as const

export const DeliveryMark = ({ row, t }: { row: WebhookDelivery; t: Translate }) => (
  <Mark tone={tones[row.status]}>{t(`console.webhooks.statuses.${row.status}`)}</Mark>
)
