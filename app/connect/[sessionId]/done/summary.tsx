import type { ReactNode } from 'react'
import { formatDate, type Messages } from '#lib/kit/i18n.ts'
import { AccountLine } from '../_ui/account-line.tsx'
import type { PageProps } from '../_ui/page-props.ts'

type ScopeKey = keyof Messages['scopes']

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[9rem_1fr]">
    <dt className="text-small text-muted">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
)

const Accounts = ({ frame, view, t }: PageProps<'done'>) => (
  <ul className="grid gap-3">
    {view.accounts.map((account) => (
      <li key={account.id}>
        <AccountLine account={{ ...account, balance: null }} language={frame.language} t={t} />
      </li>
    ))}
  </ul>
)

const Scopes = ({ view, t }: PageProps<'done'>) => (
  <ul className="grid gap-1">
    {view.scopes.map((scope) => (
      <li key={scope}>{t(`scopes.${scope as ScopeKey}.title`)}</li>
    ))}
  </ul>
)

export const Summary = (props: PageProps<'done'>) => {
  const { frame, view, t } = props
  const { tenantName, supportEmail } = frame.brand
  return (
    <>
      <h2 className="sr-only">{t('done.summary')}</h2>
      <dl className="mt-8 divide-y divide-line border-y border-line">
        <Row name={t('done.with')}>
          <ul className="grid gap-1">
            {[tenantName, ...view.recipients].map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Row>
        {view.institutionName && <Row name={t('done.institution')}>{view.institutionName}</Row>}
        <Row name={t('done.accounts', { count: view.accounts.length })}>
          <Accounts {...props} />
        </Row>
        <Row name={t('done.data')}>
          <Scopes {...props} />
        </Row>
        {view.expiresAt && <Row name={t('done.until')}>{formatDate(frame.language, view.expiresAt)}</Row>}
      </dl>
      <h2 className="mt-8 font-semibold">{t('done.withdrawTitle')}</h2>
      <p className="mt-1">{t('done.withdraw', { contact: supportEmail })}</p>
      <p className="mt-2 text-small text-muted">{t('done.keep')}</p>
    </>
  )
}
