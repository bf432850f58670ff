import type { WebhookEndpoint } from '#lib/delivery/webhook-endpoint.ts'
import type { WebhookEventName } from '#lib/delivery/webhook-event.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Table } from '../../../_ui/table.tsx'
import { Told } from '../../../_ui/told.tsx'
import { EndpointStanding } from './endpoint-standing.tsx'

type Props = {
  readonly endpoints: readonly WebhookEndpoint[]
  readonly slug: string
  readonly t: Translate
}

export const EndpointTable = ({ endpoints, slug, t }: Props) =>
  endpoints.length === 0 ? (
    <EmptyState text={t('console.webhooks.noneText')} title={t('console.webhooks.none')} />
  ) : (
    <Table
      caption={t('console.sections.webhooks')}
      columns={[
        {
          key: 'url',
          label: t('console.webhooks.url'),
          kind: 'name',
          cell: ({ id, url }) => <a href={consolePath(slug, 'webhooks', id)}>{url}</a>,
        },
        {
          key: 'hears',
          label: t('console.webhooks.hears'),
          cell: ({ eventNames }) =>
            eventNames.length === 0 ? (
              t('console.webhooks.usual')
            ) : (
              <ul className="grid gap-1.5">
                {eventNames.map((name) => (
                  <li key={name}>
                    <Told code={name} words={t(`console.codes.events.${name as WebhookEventName}`)} />
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 'form',
          label: t('console.webhooks.envelope'),
          cell: ({ envelope, isTest }) =>
            `${t(`console.webhooks.envelopes.${envelope}`)}${isTest ? ` · ${t('console.keys.modes.test')}` : ''}`,
        },
        {
          key: 'state',
          label: t('console.keys.state'),
          cell: (endpoint) => <EndpointStanding endpoint={endpoint} t={t} />,
        },
      ]}
      keyOf={({ id }) => id}
      rows={endpoints}
    />
  )
