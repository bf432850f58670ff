import type { DeliveryStory } from '#lib/delivery/list-deliveries.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { Facts } from '../../../../../_ui/facts.tsx'
import { Instant } from '../../../../../_ui/instant.tsx'
import { pageOfId } from '../../../../../_ui/navigation.ts'
import { Panel } from '../../../../../_ui/panel.tsx'
import { Table } from '../../../../../_ui/table.tsx'
import { DeliveryMark } from '../../_ui/delivery-mark.tsx'

type Props = {
  readonly story: DeliveryStory
  readonly path: string
  readonly slug: string
  readonly mayManage: boolean
  readonly isRefused: boolean
  readonly language: Language
  readonly t: Translate
}

const Tries = ({ story, language, t }: Props) => (
  <Table
    caption={t('console.webhooks.tries')}
    columns={[
      {
        key: 'at',
        label: t('console.webhooks.at'),
        kind: 'name',
        cell: ({ at }) => <Instant at={at} language={language} />,
      },
      { key: 'code', label: t('console.webhooks.code'), cell: ({ statusCode }) => statusCode ?? '–' },
      {
        key: 'why',
        label: t('console.webhooks.outcome'),
        cell: ({ failure }) =>
          failure ? t(`console.webhooks.failures.${failure}`) : t('console.webhooks.taken'),
      },
      { key: 'ms', label: 'ms', kind: 'number', cell: ({ durationMs }) => durationMs },
      {
        key: 'answer',
        label: t('console.webhooks.answer'),
        cell: ({ answer }) => (answer ? <code>{answer.slice(0, 300)}</code> : '–'),
      },
    ]}
    keyOf={({ at }) => at.toISOString()}
    rows={story.tries}
  />
)

type Lead = { readonly id: string; readonly href: string | null }

/** What the message tells of, as the ways there. */
const Leads = ({ leads }: { readonly leads: readonly Lead[] }) => (
  <ul>
    {leads.map(({ id, href }) => (
      <li className="break-all" key={id}>
        {href ? <a href={href}>{id}</a> : id}
      </li>
    ))}
  </ul>
)

/** One message on its way to one endpoint, with all that was tried. */
export const DeliveryPage = (props: Props) => {
  const { story, path, slug, mayManage, isRefused, language, t } = props
  const { delivery, about } = story
  const leads = about.map((id) => ({ id, href: pageOfId(slug, id) }))
  return (
    <>
      {isRefused && (
        <p
          className="mb-4 text-small font-semibold text-danger"
          data-focus="first"
          role="alert"
          tabIndex={-1}
        >
          {t('console.webhooks.flaws.disabled')}
        </p>
      )}
      <Card>
        <Facts
          facts={[
            { name: t('console.keys.state'), value: <DeliveryMark row={delivery} t={t} /> },
            { name: 'webhook-id', value: <code>{delivery.messageId}</code> },
            {
              name: t('console.webhooks.at'),
              value: <Instant at={delivery.occurredAt} language={language} />,
            },
            {
              name: t('console.webhooks.nextTry'),
              value: delivery.nextTryAt ? <Instant at={delivery.nextTryAt} language={language} /> : '–',
            },
            {
              name: t('console.webhooks.aboutIds'),
              value: leads.length > 0 ? <Leads leads={leads} /> : '–',
            },
          ]}
        />
        {mayManage && (
          <form action={`${path}/resend`} className="mt-5" method="post">
            <Button look="secondary">{t('console.webhooks.resend')}</Button>
          </form>
        )}
      </Card>
      <Panel title={t('console.webhooks.tries')}>
        {story.tries.length > 0 ? (
          <Tries {...props} />
        ) : (
          <p className="text-small">{t('console.webhooks.untried')}</p>
        )}
      </Panel>
    </>
  )
}
