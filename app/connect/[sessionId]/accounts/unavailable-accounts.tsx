import type { AccountRow } from '#lib/flow/view.ts'
import { formatList, type Messages } from '#lib/kit/i18n.ts'
import { AccountLine, kindText } from '../_ui/account-line.tsx'
import type { PageProps } from '../_ui/page-props.ts'

type Props = PageProps<'accounts'>

/** What the tenant takes, in words, for the obstacle at hand. */
const takenText = ({ frame, view, t }: Props, obstacle: AccountRow['unavailable']): string => {
  const { currencies, kinds } = view.takes
  const words =
    obstacle === 'kind'
      ? kinds.map((kind) => kindText(kind, t))
      : currencies.map((currency) => t(`currencies.${currency as keyof Messages['currencies']}`))
  return formatList(frame.language, words)
}

const Reason = ({ account, ...props }: Props & { account: AccountRow }) => {
  if (account.unavailable === null) return null
  const { frame, view, t } = props
  const [institution, tenant] = [view.institution.name, frame.brand.tenantName]
  const takes = takenText(props, account.unavailable)
  return (
    <p className="mt-1 text-small text-ink">
      {t(`accounts.reasons.${account.unavailable}`, { institution, tenant, takes })}
    </p>
  )
}

/** Accounts that cannot be chosen, each with the reason and who can change it (AU5). */
export const UnavailableAccounts = (props: Props) => {
  const { frame, view, t } = props
  const rows = view.accounts.filter((account) => account.unavailable !== null)
  if (rows.length === 0) return null
  return (
    <section className="mt-10">
      <h2 className="text-h2 font-semibold">{t('accounts.unavailableTitle')}</h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {rows.map((account) => (
          <li className="py-4 text-muted" data-obstacle={account.unavailable} key={account.id}>
            <AccountLine account={{ ...account, balance: null }} language={frame.language} t={t} />
            <Reason {...props} account={account} />
          </li>
        ))}
      </ul>
    </section>
  )
}
