import { endOf } from '#lib/consents/consent.ts'
import type { Language as Spoken } from '#lib/kit/i18n.ts'
import { type Fact, Facts } from '../../../_ui/facts.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { Mark } from '../../../_ui/mark.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import type { ConsentProps } from './consent-props.ts'

const tones = { live: 'good', declined: 'plain', withdrawn: 'bad', expired: 'bad' } as const

const Visit = ({ view: { visit }, slug, t }: ConsentProps) =>
  visit ? (
    <a href={consolePath(slug, 'sessions', visit.id)}>
      {visit.reference ?? t('console.links.visit')}
      {visit.tag && ` (${visit.tag})`}
    </a>
  ) : (
    '–'
  )

/** The rules that the words were made under: a version of the policy, and the place whose law it follows. */
const rulesText = ({ view: { policy }, t }: ConsentProps): string => {
  if (!policy) return '–'
  const version = t('console.consents.policyVersion', { version: policy.version })
  return `${version} · ${t(`console.policy.regions.${policy.region === 'quebec' ? 'quebec' : 'none'}`)}`
}

/** Who gave it, when, under which rules, and how it can be proven. */
export const ConsentFacts = (props: ConsentProps) => {
  const { view, auditPath, language, t } = props
  const { consent, standing } = view
  const end = endOf(consent)
  const facts: Fact[] = [
    {
      name: t('console.visits.status'),
      value: <Mark tone={tones[standing]}>{t(`console.connections.consents.${standing}`)}</Mark>,
    },
    { name: t('console.consents.by'), value: <Visit {...props} /> },
    { name: t('console.consents.decided'), value: <Instant at={consent.decidedAt} language={language} /> },
    {
      name: t('console.connections.until'),
      value: end ? <Instant at={end} language={language} /> : '–',
    },
    { name: t('console.dimensions.language'), value: t(`languages.${consent.language as Spoken}`) },
    { name: t('console.consents.how'), value: t(`console.consents.kinds.${consent.kind}`) },
    { name: t('console.consents.rules'), value: rulesText(props) },
    { name: t('console.consents.receipt'), value: <code className="break-all">{consent.id}</code> },
    {
      name: t('console.consents.hash'),
      value: <code className="break-all">{Buffer.from(consent.documentHash).toString('hex')}</code>,
    },
    ...(auditPath
      ? [{ name: t('console.sections.audit'), value: <a href={auditPath}>{t('console.oneLink.log')}</a> }]
      : []),
  ]
  return <Facts facts={facts} />
}
