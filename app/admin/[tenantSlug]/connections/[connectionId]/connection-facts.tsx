import { readKeepingTerms } from '#lib/consents/keeping-terms.ts'
import type { ConnectionView } from '#lib/console/connections/view-connection.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { ScopeName } from '#lib/tenants/flow-policy.ts'
import { type Fact, Facts } from '../../../_ui/facts.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { ConnectionStanding } from '../connection-words.tsx'

export type ConnectionProps = {
  readonly view: ConnectionView
  readonly slug: string
  readonly mayAct: boolean
  readonly mayAudit: boolean
  readonly language: Language
  readonly t: Translate
}

/** How long what was read is kept, in the words that the person agreed to. */
const Kept = ({ view, t }: Pick<ConnectionProps, 'view' | 't'>) => {
  const terms = readKeepingTerms(view.consent?.terms ?? [])
  if (terms.length === 0) return t('console.policy.kept.asked')
  return (
    <ul>
      {terms.map(({ scope, from, days }) => (
        <li key={scope}>
          <strong>{t(`scopes.${scope as ScopeName}.title`)}</strong>: {t(`consent.kept.${from}`, { days })}
        </li>
      ))}
    </ul>
  )
}

/** What is known of a connection: its ids, its days, its consent. Nothing of what was read at the bank. */
export const ConnectionFacts = ({ view, slug, mayAudit, language, t }: ConnectionProps) => {
  const { connection, status, consent, sessionId } = view
  const log = `${consolePath(slug, 'audit')}?subject=`
  const at = (instant: Date | null) => (instant ? <Instant at={instant} language={language} /> : '–')
  const facts: Fact[] = [
    { name: t('console.visits.status'), value: <ConnectionStanding status={status} t={t} /> },
    { name: t('console.connections.loginId'), value: connection.loginId },
    { name: t('console.connections.linked'), value: at(connection.linkedAt) },
    { name: t('console.connections.refreshed'), value: at(connection.refreshedAt) },
    {
      name: t('console.connections.nightly'),
      value: t(connection.isRefreshedNightly ? 'console.connections.yes' : 'console.connections.no'),
    },
    {
      name: t('console.connections.consent'),
      value: consent ? (
        <a href={consolePath(slug, 'consents', consent.id)}>
          {t(`console.connections.consents.${consent.standing}`)}
        </a>
      ) : (
        '–'
      ),
    },
    { name: t('console.connections.agreed'), value: at(consent?.decidedAt ?? null) },
    { name: t('console.connections.until'), value: at(consent?.withdrawnAt ?? consent?.expiresAt ?? null) },
    ...(consent ? [{ name: t('console.policy.fields.kept'), value: <Kept t={t} view={view} /> }] : []),
    ...(sessionId
      ? [
          {
            name: t('console.connections.visit'),
            value: <a href={consolePath(slug, 'sessions', sessionId)}>{t('console.links.visit')}</a>,
          },
        ]
      : []),
    ...(mayAudit
      ? [
          {
            name: t('console.sections.audit'),
            value: <a href={`${log}${connection.id}`}>{t('console.oneLink.log')}</a>,
          },
          {
            name: t('console.connections.consentLog'),
            value: <a href={`${log}${connection.consentId}`}>{connection.consentId}</a>,
          },
        ]
      : []),
  ]
  return <Facts facts={facts} />
}
