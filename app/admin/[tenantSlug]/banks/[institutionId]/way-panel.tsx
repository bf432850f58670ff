import type { BankWay } from '#lib/console/banks/bank.ts'
import { formatTime, type Language, type Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../../_ui/button.tsx'
import { type Fact, Facts } from '../../../_ui/facts.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { connectorWords, failureWords, successWords, WayStanding } from '../way-words.tsx'

type Props = {
  readonly way: BankWay
  /** The bank's. */
  readonly name: string
  readonly slug: string
  readonly path: string
  readonly isFirst: boolean
  readonly mayManage: boolean
  readonly language: Language
  readonly t: Translate
}

const factsOf = ({ way, name, slug, language, t }: Props): Fact[] => {
  const { health, route } = way
  const failure = health?.lastFailure
  return [
    { name: t('console.visits.status'), value: <WayStanding t={t} way={way} /> },
    { name: t('console.banks.success'), value: successWords(way, { language, t }) },
    {
      name: t('console.banks.speed'),
      value:
        health?.medianMs == null
          ? '–'
          : t('console.banks.seconds', {
              median: Math.round(health.medianMs / 100) / 10,
              slow: Math.round((health.slowMs ?? health.medianMs) / 100) / 10,
            }),
    },
    {
      name: t('console.banks.lastFailure'),
      value: failure ? (
        <>
          {failureWords(failure.fault, name, t)}, <Instant at={failure.at} language={language} />.{' '}
          <a href={consolePath(slug, 'sessions', failure.sessionId)}>{t('console.links.visit')}</a>
        </>
      ) : (
        '–'
      ),
    },
    ...(health?.triedAgainAt
      ? [{ name: t('console.banks.again'), value: formatTime(language, health.triedAgainAt) }]
      : []),
    ...(route ? [{ name: t('console.banks.key'), value: route.upstreamKey }] : []),
  ]
}

const Acts = ({ way: { route }, path, isFirst, t }: Props) =>
  route && (
    <div className="mt-5 flex flex-wrap gap-3">
      {(route.disabledAt
        ? (['on'] as const)
        : (['test', ...(isFirst ? [] : (['up'] as const)), 'off'] as const)
      ).map((verb) => (
        <form action={`${path}/${verb}`} key={verb} method="post">
          <input name="routeId" type="hidden" value={route.id} />
          <Button look="secondary">{t(`console.banks.verbs.${verb}`)}</Button>
        </form>
      ))}
    </div>
  )

/** One way to a bank: how it serves, and what can be done about it. */
export const WayPanel = (props: Props) => {
  const { way, mayManage, t } = props
  return (
    <Panel
      lead={t(way.route ? 'console.banks.ownLead' : 'console.banks.usualLead')}
      title={connectorWords(way.connectorId, t)}
    >
      <Facts facts={factsOf(props)} />
      {mayManage && <Acts {...props} />}
    </Panel>
  )
}
