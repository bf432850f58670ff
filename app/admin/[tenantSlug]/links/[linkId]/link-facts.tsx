import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { OneLink } from '#lib/console/links/read-link.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { type Fact, Facts } from '../../../_ui/facts.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { LinkStanding } from '../link-standing.tsx'

type Props = {
  readonly desk: Desk
  readonly one: OneLink
  readonly language: Language
  readonly t: Translate
}

/** Where a link came from and where it led, each as the way there. */
const leadsOf = ({ desk, one: { link }, t }: Props): Fact[] => {
  const { slug } = desk.tenant
  const lead = (name: string, words: string, ...parts: readonly (string | null)[]): Fact[] => {
    const known = parts.filter((part) => part !== null)
    if (known.length < parts.length) return []
    return [{ name, value: <a href={consolePath(slug, ...known)}>{words}</a> }]
  }
  const audit = mayAtDesk(desk, 'audit.view')
    ? [
        {
          name: t('console.sections.audit'),
          value: <a href={`${consolePath(slug, 'audit')}?subject=${link.id}`}>{t('console.oneLink.log')}</a>,
        },
      ]
    : []
  return [
    ...lead(t('console.connections.visit'), t('console.links.visit'), 'sessions', link.redeemedSessionId),
    ...lead(
      t('console.oneLink.repairs'),
      t('console.oneLink.connection'),
      'connections',
      link.repairsConnectionId,
    ),
    ...lead(t('console.oneLink.list'), t('console.oneLink.seeList'), 'links', 'lists', link.batchId),
    ...audit,
  ]
}

/** What is known of a link; not what its tenant put into it of the person. */
export const LinkFacts = (props: Props) => {
  const { one, language, t } = props
  const { link, status } = one
  const at = (instant: Date | null) => (instant ? <Instant at={instant} language={language} /> : '–')
  const facts: Fact[] = [
    { name: t('console.visits.status'), value: <LinkStanding status={status} t={t} /> },
    { name: t('console.oneLink.id'), value: <code className="break-all">{link.id}</code> },
    { name: t('console.links.madeAt'), value: at(link.createdAt) },
    { name: t('console.links.until'), value: at(link.expiresAt) },
    { name: t('console.links.statuses.sent'), value: at(link.sentAt) },
    { name: t('console.links.statuses.opened'), value: at(link.redeemedAt) },
    { name: t('console.visits.tag'), value: link.tag ?? '–' },
    { name: t('console.modes.name'), value: t(`console.modes.${link.isDemo ? 'demo' : 'live'}`) },
    ...leadsOf(props),
  ]
  return <Facts facts={facts} />
}
