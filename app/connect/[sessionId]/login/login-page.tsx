import type { ReactNode } from 'react'
import { LockIcon } from '../../../_ui/icons.tsx'
import { Aside, Panel } from '../../../_ui/panel.tsx'
import { AnotherBank, AnotherBankFirst } from '../_ui/another-bank.tsx'
import { BankForm } from '../_ui/bank-form.tsx'
import { minutesText } from '../_ui/duration-text.ts'
import { FilesInstead } from '../_ui/files-instead.tsx'
import { InstitutionHeading } from '../_ui/institution-heading.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import { LoginProblemPanel } from '../_ui/login-problem-panel.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { stepTitle } from '../_ui/step-title.ts'
import { LoginForm } from './login-form.tsx'

/** What is known of the bank before anybody types a password there. */
const HealthNotice = ({ view, t }: PageProps<'login'>) => {
  const { state, backInMinutes, name: institution } = view.institution
  if (view.problem || (state !== 'unwell' && state !== 'off')) return null
  return (
    <Panel title={t(`login.${state}Title`, { institution })} tone="notice">
      <p className="mt-1">{t(`login.${state}`)}</p>
      {backInMinutes !== null && (
        <p className="mt-2 font-semibold">
          {t('institution.backIn', { time: minutesText(backInMinutes, t) })}
        </p>
      )}
    </Panel>
  )
}

/** What the bank wants is done on its own site, so the way there comes before any other (law 5). */
const AtTheBank = ({ view, t }: PageProps<'login'>) =>
  view.bankUrl !== null && (
    <p className="mt-6">
      <a
        className="inline-flex min-h-11 items-center"
        href={view.bankUrl}
        rel="noopener noreferrer"
        target="_blank"
      >
        {t('login.openBank', { institution: view.institution.name })}
        <span className="sr-only"> ({t('frame.newTab')})</span>
      </a>
    </p>
  )

/** The bank could not be reached, and another way leads there: the form stands open again (law 5). */
const AnotherWay = ({ view, t }: PageProps<'login'>) =>
  view.isAnotherWay && (
    <Panel title={t('login.anotherWayTitle', { institution: view.institution.name })} tone="notice">
      <p className="mt-1">{t(view.bankPage ? 'login.anotherWayAtBank' : 'login.anotherWay')}</p>
    </Panel>
  )

/** Where trying again at once cannot help, another bank is the first way on, and the form waits behind a line. */
const Later = ({ frame, view, t, children }: PageProps<'login'> & { readonly children: ReactNode }) => {
  const { retry } = view.problem ?? {}
  const institution = view.institution.name
  return (
    <>
      <p className="mt-6">
        <AnotherBankFirst frame={frame} label={t('login.another')} t={t} />
      </p>
      <details className="mt-4" open={(frame.flash?.errors.length ?? 0) > 0}>
        <summary className="inline-flex min-h-11 items-center text-link underline underline-offset-4">
          {retry === 'never' ? t('login.againAfterFix') : t('login.tryNow', { institution })}
        </summary>
        {children}
      </details>
    </>
  )
}

/** That the bank's own page comes next, before it does (AU1). */
const bankLead = ({ frame, view, t }: PageProps<'login'>): string =>
  t(frame.bankOpens === 'window' ? 'bankPage.leadInWindow' : 'bankPage.lead', {
    institution: view.institution.name,
  })

/** Credentials for the bank, or the way to its own page, with who sees them said beside the field (AU2). No link to a forgotten password (AU4). */
export const LoginPage = (props: PageProps<'login'>) => {
  const { frame, view, t } = props
  const institution = view.institution.name
  const isLater = !view.isAnotherWay && (view.problem?.retry === 'later' || view.problem?.retry === 'never')
  const form = view.bankPage ? (
    <BankForm frame={frame} institution={institution} isAgain={false} page={view.bankPage} t={t} />
  ) : (
    <LoginForm {...props} />
  )
  const safe = t(view.bankPage ? 'bankPage.safe' : 'login.safe', {
    institution,
    tenant: frame.brand.tenantName,
  })
  return (
    <JourneyShell
      above={<InstitutionHeading institution={view.institution} />}
      frame={frame}
      lead={view.bankPage && bankLead(props)}
      t={t}
      title={stepTitle(view, t)}
    >
      {view.problem && <LoginProblemPanel institution={institution} problem={view.problem} t={t} />}
      <AnotherWay {...props} />
      <AtTheBank {...props} />
      <HealthNotice {...props} />
      {isLater ? <Later {...props}>{form}</Later> : form}
      {view.acceptsFiles && (view.problem || view.institution.state === 'off') && (
        <FilesInstead frame={frame} institutionId={view.institution.id} t={t} />
      )}
      <Aside icon={<LockIcon />} title={t('login.whoSees')}>
        <p>{safe}</p>
        <p className="mt-1">{t('login.readOnly')}</p>
      </Aside>
      {!isLater && (
        <p className="mt-4">
          <AnotherBank frame={frame} label={t('login.another')} />
        </p>
      )}
    </JourneyShell>
  )
}
