import { later } from '#lib/kit/clock.ts'
import { formatDate, type Language, type Translate } from '#lib/kit/i18n.ts'
import { proofName, type StaffSso, ssoGraceMs } from '#lib/staff/staff-sso.ts'
import { AddressToCopy } from '../../../_ui/address-to-copy.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { Mark } from '../../../_ui/mark.tsx'
import { Panel } from '../../../_ui/panel.tsx'

type Props = {
  /** Where the look is asked for. */
  readonly action: string
  readonly sso: StaffSso
  readonly language: Language
  readonly t: Translate
}

const resultKey = ({ checkResult, verifiedAt }: StaffSso) => {
  if (checkResult === 'absent' && verifiedAt) return 'absentVerified'
  return checkResult
}

const Found = ({ sso, t }: Pick<Props, 'sso' | 't'>) => (
  <div>
    <p className="text-muted">{t('console.signOn.foundTitle')}</p>
    {sso.foundRecords.length === 0 && <p>{t('console.signOn.foundNone')}</p>}
    <ul className="grid gap-1">
      {[...new Set(sso.foundRecords)].map((text) => (
        <li key={text}>
          <code className="break-all">{text}</code>
        </li>
      ))}
    </ul>
  </div>
)

const wordsOf = (
  result: NonNullable<ReturnType<typeof resultKey>>,
  { sso, language, t }: Omit<Props, 'action'>,
) =>
  result === 'absentVerified'
    ? t(`console.signOn.checks.${result}`, {
        date: formatDate(language, later(sso.lostAt ?? new Date(), ssoGraceMs)),
      })
    : t(`console.signOn.checks.${result}`)

const standingOf = ({ verifiedAt, lostAt }: StaffSso) => {
  if (lostAt) return 'recordMissing'
  return verifiedAt ? 'verified' : 'unverified'
}

const LastLook = ({ sso, language, t }: Omit<Props, 'action'>) => {
  const result = resultKey(sso)
  if (!sso.checkedAt || !result)
    return <p className="text-small text-muted">{t('console.signOn.checkedNever')}</p>
  return (
    <div className="grid gap-2 text-small">
      <p>
        <Mark tone={sso.verifiedAt && !sso.lostAt ? 'good' : 'busy'}>
          {t(`console.signOn.${standingOf(sso)}`)}
        </Mark>{' '}
        <span className="text-muted">{t('console.signOn.checkedAt')}</span>{' '}
        <Instant at={sso.checkedAt} language={language} />
      </p>
      <p className="max-w-prose" role="status">
        {wordsOf(result, { sso, language, t })}
      </p>
      {sso.checkResult === 'absent' && <Found sso={sso} t={t} />}
    </div>
  )
}

/** The record that proves the domain, and what the last look for it found. */
export const DomainPanel = ({ action, sso, language, t }: Props) => (
  <Panel
    id="proof"
    lead={t('console.signOn.proofLead', { domain: sso.domain })}
    title={t('console.signOn.proof')}
  >
    <div className="grid gap-4">
      <div>
        <p className="mb-1.5 text-small font-semibold">{t('console.signOn.recordName')}</p>
        <AddressToCopy t={t} url={proofName(sso.domain)} />
      </div>
      <div>
        <p className="mb-1.5 text-small font-semibold">{t('console.signOn.recordValue')}</p>
        <AddressToCopy t={t} url={sso.txtRecord} />
      </div>
      <LastLook language={language} sso={sso} t={t} />
      <form action={action} method="post">
        <Button look={sso.verifiedAt ? 'secondary' : 'primary'}>{t('console.signOn.check')}</Button>
      </form>
    </div>
  </Panel>
)
