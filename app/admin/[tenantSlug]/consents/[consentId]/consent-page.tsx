import { whoActs } from '#lib/console/connections/who-acts.ts'
import type { ConsentEvent } from '#lib/console/consents/consent-history.ts'
import type { ConnectionRecord } from '#lib/flow/connection-records.ts'
import { Card } from '../../../_ui/card.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { attentionWords, bankName, ConnectionStanding } from '../../connections/connection-words.tsx'
import { ConsentFacts } from './consent-facts.tsx'
import type { ConsentProps } from './consent-props.ts'
import { WordsShown } from './consent-words.tsx'

const Event = ({ event, slug, language, t }: ConsentProps & { readonly event: ConsentEvent }) => (
  <li className="grid gap-x-4 sm:grid-cols-[12rem_1fr]">
    <span className="text-muted">
      <Instant at={event.at} language={language} />
    </span>
    <span>
      {event.isAhead
        ? t(`console.consents.ahead.${event.kind as 'ended'}`)
        : t(`console.consents.events.${event.kind}`)}
      {event.consentId && (
        <>
          {' '}
          <a className="break-all" href={consolePath(slug, 'consents', event.consentId)}>
            {event.consentId}
          </a>
        </>
      )}
    </span>
  </li>
)

const actsText = (record: ConnectionRecord, { language, t }: ConsentProps): string => {
  const { attention, status } = record
  const institution = bankName(record, language)
  if (status === 'revoked') return t('console.consents.closed')
  if (attention === null) return t('console.consents.nobody')
  return `${attentionWords(attention, institution, t)}. ${t(`console.connections.acts.${whoActs(attention)}`, { institution })}`
}

const Connections = (props: ConsentProps) => {
  const { view, slug, language, t } = props
  if (view.connections.length === 0)
    return <p className="text-small">{t('console.consents.noConnections')}</p>
  return (
    <ul className="grid gap-4">
      {view.connections.map((record) => (
        <li key={record.connection.id}>
          <a className="font-semibold" href={consolePath(slug, 'connections', record.connection.id)}>
            {bankName(record, language)}
          </a>{' '}
          <ConnectionStanding status={record.status} t={t} />
          <p className="mt-1 text-small">{actsText(record, props)}</p>
        </li>
      ))}
    </ul>
  )
}

/** One consent: its facts, who must act now, what became of it, and its words. */
export const ConsentPage = (props: ConsentProps) => {
  const { view, t } = props
  return (
    <>
      <Card>
        <ConsentFacts {...props} />
      </Card>
      <Panel title={t('console.connections.who')}>
        <Connections {...props} />
      </Panel>
      <Panel title={t('console.consents.history')}>
        <ol className="grid gap-2 text-small">
          {view.history.map((event) => (
            <Event event={event} key={`${event.kind} ${event.consentId ?? ''}`} {...props} />
          ))}
        </ol>
      </Panel>
      <Panel lead={t('console.consents.wordsLead')} title={t('console.consents.words')}>
        <WordsShown {...props} />
      </Panel>
    </>
  )
}
