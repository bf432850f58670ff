import type { ReactNode } from 'react'
import type { Receipt } from '#lib/flow/view.ts'
import { formatDate } from '#lib/kit/i18n.ts'
import { AccountLine } from '../_ui/account-line.tsx'
import type { PageProps } from '../_ui/page-props.ts'

type Props = Pick<PageProps<'done'>, 'frame' | 't'> & { readonly receipt: Receipt }

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[9rem_1fr]">
    <dt className="text-small text-muted">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
)

const Names = ({ names }: { names: readonly string[] }) => (
  <ul className="grid gap-1">
    {names.map((name) => (
      <li key={name}>{name}</li>
    ))}
  </ul>
)

const Accounts = ({ frame, receipt, t }: Props) => (
  <ul className="grid gap-3">
    {receipt.accounts.map((account) => (
      <li key={account.id}>
        <AccountLine account={{ ...account, balance: null }} language={frame.language} t={t} />
      </li>
    ))}
  </ul>
)

/** What, with whom, until when: the same that the copy by mail says (AU6, AU8). */
export const Summary = (props: Props) => {
  const { frame, receipt, t } = props
  const { accounts, scopes, recipients, expiresAt } = receipt
  return (
    <>
      <h2 className="sr-only">{t('done.summary')}</h2>
      <dl className="mt-8 divide-y divide-line border-y border-line">
        <Row name={t('done.with')}>
          <Names names={[frame.brand.tenantName, ...recipients]} />
        </Row>
        <Row name={t('done.institution')}>{receipt.institutionName}</Row>
        <Row name={t('done.accounts', { count: accounts.length })}>
          <Accounts {...props} />
        </Row>
        <Row name={t('done.data')}>
          <ul className="grid gap-1.5">
            {scopes.map(({ scope, title, keptText }) => (
              <li key={scope}>
                {title}
                {keptText && <span className="block text-small text-muted">{keptText}</span>}
              </li>
            ))}
          </ul>
        </Row>
        {expiresAt && <Row name={t('done.until')}>{formatDate(frame.language, expiresAt)}</Row>}
      </dl>
    </>
  )
}
