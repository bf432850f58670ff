import { domainToUnicode } from 'node:url'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { graceMs } from '#lib/tenants/settle-domain.ts'
import { isComplete, standingOf, type TenantDomain } from '#lib/tenants/tenant-domain.ts'
import { Button } from '../../../_ui/button.tsx'
import { ConfirmForm } from '../../../_ui/confirm-form.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { Mark } from '../../../_ui/mark.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { DomainRecords } from './domain-records.tsx'

type Props = {
  readonly domain: TenantDomain
  readonly origin: string
  readonly portalHost: string
  readonly slug: string
  readonly mayManage: boolean
  readonly language: Language
  readonly t: Translate
}

const tones = { verified: 'good', lost: 'bad', waiting: 'busy' } as const

/** What its state means for people who open links, in a sentence. */
const Meaning = ({ domain, origin, language, t }: Props) => {
  const standing = standingOf(domain)
  if (standing === 'verified') {
    return (
      <p>
        {t('console.domain.verifiedText')} <a href={origin}>{origin}</a>
      </p>
    )
  }
  if (domain.lostAt) {
    const until = new Date(domain.lostAt.getTime() + graceMs)
    return (
      <p>
        {t('console.domain.lostText')} <Instant at={until} language={language} />
      </p>
    )
  }
  const isTaken = domain.findings !== null && isComplete(domain.findings)
  return <p>{t(`console.domain.${isTaken ? 'takenText' : 'waitingText'}`)}</p>
}

const Verbs = ({ domain: { id, host }, slug, t }: Props) => (
  <div className="mt-5 flex flex-wrap gap-3">
    <form action={consolePath(slug, 'domain', id, 'check')} method="post">
      <Button>{t('console.domain.check')}</Button>
    </form>
    <ConfirmForm
      action={consolePath(slug, 'domain', id, 'remove')}
      id={`remove-${id}`}
      label={t('console.domain.remove')}
      t={t}
      text={t('console.domain.removeText', { host })}
      title={t('console.domain.removeTitle', { host })}
    />
  </div>
)

/** One host: how it stands, its records one by one, what can be done. */
export const DomainPanel = (props: Props) => {
  const { domain, language, mayManage, portalHost, t } = props
  const standing = standingOf(domain)
  return (
    <Panel
      id={domain.id}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <Mark tone={tones[standing]}>{t(`console.domain.standing.${standing}`)}</Mark>
          {domain.checkedAt && (
            <span>
              {t('console.domain.checked')} <Instant at={domain.checkedAt} language={language} />
            </span>
          )}
        </span>
      }
      title={domainToUnicode(domain.host)}
    >
      <div className="max-w-prose">
        <Meaning {...props} />
      </div>
      <DomainRecords domain={domain} portalHost={portalHost} t={t} />
      {standing !== 'verified' && (
        <p className="mt-4 max-w-prose text-small text-muted">{t('console.domain.patience')}</p>
      )}
      {mayManage && <Verbs {...props} />}
    </Panel>
  )
}
