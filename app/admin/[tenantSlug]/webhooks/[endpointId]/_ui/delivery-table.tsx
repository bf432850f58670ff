import type { WebhookDelivery } from '#lib/delivery/webhook-delivery.ts'
import type { WebhookEventName } from '#lib/delivery/webhook-event.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { type DeliveryStatus, deliveryStatuses } from '#lib/web/staff/delivery-query.ts'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { FilterBar, Select } from '../../../../_ui/filters.tsx'
import { Instant } from '../../../../_ui/instant.tsx'
import { Table } from '../../../../_ui/table.tsx'
import { DeliveryMark } from './delivery-mark.tsx'

type Props = {
  readonly deliveries: readonly WebhookDelivery[]
  readonly status: DeliveryStatus | undefined
  readonly path: string
  readonly language: Language
  readonly t: Translate
}

const lastOf = ({ lastTry }: WebhookDelivery, t: Translate): string => {
  if (!lastTry) return t('console.webhooks.untried')
  const said =
    lastTry.statusCode ?? (lastTry.failure ? t(`console.webhooks.failures.${lastTry.failure}`) : '')
  return `${said} · ${lastTry.durationMs} ms`
}

const Rows = ({ deliveries, path, language, t }: Props) => (
  <Table
    caption={t('console.webhooks.deliveries')}
    columns={[
      {
        key: 'event',
        label: t('console.webhooks.event'),
        kind: 'name',
        cell: ({ id, eventName }) => (
          <>
            <a href={`${path}/deliveries/${id}`}>
              {t(`console.codes.events.${eventName as WebhookEventName}`)}
            </a>
            <code className="block break-all text-small font-normal text-muted">{eventName}</code>
          </>
        ),
      },
      {
        key: 'at',
        label: t('console.webhooks.at'),
        cell: ({ occurredAt }) => <Instant at={occurredAt} language={language} />,
      },
      { key: 'status', label: t('console.keys.state'), cell: (row) => <DeliveryMark row={row} t={t} /> },
      { key: 'tries', label: t('console.webhooks.tries'), kind: 'number', cell: ({ tries }) => tries },
      { key: 'last', label: t('console.webhooks.last'), cell: (row) => lastOf(row, t) },
    ]}
    keyOf={({ id }) => id}
    rows={deliveries}
  />
)

/** The newest first, with how each fared; the page of one has all its tries. */
export const DeliveryTable = (props: Props) => {
  const { deliveries, status, path, t } = props
  return (
    <section className="mt-8" id="deliveries">
      <h2 className="mb-3 text-h2 font-semibold">{t('console.webhooks.deliveries')}</h2>
      {(deliveries.length > 0 || status) && (
        <FilterBar
          action={path}
          apply={t('console.audit.apply')}
          clear={status && { label: t('console.audit.clear'), href: path }}
          label={t('console.webhooks.deliveries')}
        >
          <Select
            any={t('console.webhooks.anyStatus')}
            choices={deliveryStatuses.map((one) => ({
              value: one,
              label: t(`console.webhooks.statuses.${one}`),
            }))}
            label={t('console.keys.state')}
            name="status"
            value={status}
          />
        </FilterBar>
      )}
      <div data-live="5" id="deliveries-shown">
        {deliveries.length > 0 ? (
          <Rows {...props} />
        ) : (
          <EmptyState
            text={t('console.webhooks.noDeliveriesText')}
            title={t('console.webhooks.noDeliveries')}
          />
        )}
      </div>
    </section>
  )
}
