import { requestFeedStatus } from '#lib/compat/request-feed.ts'
import type { VisitTold } from '#lib/console/visits/read-visit.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { type Fact, Facts } from '../../../_ui/facts.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { VisitStanding } from '../visit-standing.tsx'

export type VisitProps = {
  readonly visit: VisitTold
  readonly slug: string
  /** Whether this member may see connections, and what was agreed to for them. */
  readonly mayConnections: boolean
  readonly language: Language
  readonly t: Translate
}

const leadsOn = ({ visit, slug, mayConnections, t }: VisitProps): Fact[] => {
  const { session, connectionId } = visit
  const link = session.linkId
  const consentId = session.facts.consent?.consentId
  return [
    ...(link
      ? [{ name: t('console.visits.link'), value: <a href={consolePath(slug, 'links', link)}>{link}</a> }]
      : []),
    ...(consentId && mayConnections
      ? [
          {
            name: t('console.connections.consent'),
            value: <a href={consolePath(slug, 'consents', consentId)}>{consentId}</a>,
          },
        ]
      : []),
    ...(connectionId
      ? [
          {
            name: t('console.visits.connection'),
            value: <a href={consolePath(slug, 'connections', connectionId)}>{connectionId}</a>,
          },
        ]
      : []),
  ]
}

const nameOf = ({ institution }: VisitProps['visit'], language: Language): string =>
  (language === 'fr' ? institution?.nameFr : institution?.nameEn) ?? '–'

/** What is known of a visit beside what happened in it. */
export const VisitFacts = (props: VisitProps) => {
  const { visit, language, t } = props
  const { session, status } = visit
  const facts: Fact[] = [
    { name: t('console.visits.status'), value: <VisitStanding status={status} t={t} /> },
    { name: t('console.visits.feed'), value: requestFeedStatus(status) },
    { name: t('console.visits.reference'), value: session.reference ?? '–' },
    { name: t('console.visits.tag'), value: session.tag ?? '–' },
    { name: t('console.visits.started'), value: <Instant at={session.startedAt} language={language} /> },
    {
      name: t('console.visits.ended'),
      value: session.endedAt ? <Instant at={session.endedAt} language={language} /> : '–',
    },
    { name: t('console.dimensions.institution'), value: nameOf(visit, language) },
    { name: t('console.dimensions.front'), value: t(`console.fronts.${session.front}`) },
    { name: t('console.dimensions.device'), value: t(`console.devices.${session.device ?? 'unknown'}`) },
    { name: t('console.dimensions.language'), value: t(`languages.${session.language}`) },
    { name: t('console.modes.name'), value: t(`console.modes.${session.isDemo ? 'demo' : 'live'}`) },
    ...leadsOn(props),
  ]
  return <Facts facts={facts} />
}
