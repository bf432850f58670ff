import { AccountLine } from '../_ui/account-line.tsx'
import type { PageProps } from '../_ui/page-props.ts'

/** Accounts that the bank will not share, each with the reason and who can change it (AU5). */
export const UnavailableAccounts = ({ frame, view, t }: PageProps<'accounts'>) => {
  const institution = view.institution.name
  const rows = view.accounts.filter((account) => account.unavailable !== null)
  if (rows.length === 0) return null
  return (
    <section className="mt-10">
      <h2 className="font-semibold">{t('accounts.unavailableTitle')}</h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {rows.map((account) => (
          <li className="py-4 text-muted" key={account.id}>
            <AccountLine account={{ ...account, balance: null }} language={frame.language} t={t} />
            {account.unavailable && (
              <p className="mt-1 text-small text-ink">
                {t(`accounts.reasons.${account.unavailable}`, { institution })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
