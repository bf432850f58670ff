import type { AccountRow } from '#lib/flow/view.ts'
import { formatMoney, type Language, type Messages, type Translate } from '#lib/kit/i18n.ts'

type Props = { readonly account: AccountRow; readonly language: Language; readonly t: Translate }

/** A kind that the catalogues do not name is called an account. */
export const kindText = (kind: string, t: Translate): string => {
  const key = `kinds.${kind as keyof Messages['kinds']}` as const
  return t.has(key) ? t(key) : t('kinds.other')
}

const Masked = ({ masked, t }: { masked: string; t: Translate }) => (
  <>
    <span aria-hidden="true" className="whitespace-nowrap">
      {' '}
      · {masked}
    </span>
    <span className="sr-only"> {t('accounts.ending', { digits: masked.replace(/\D/g, '') })}</span>
  </>
)

/** One account: name, kind, last digits, balance. Digits are read out as an ending, not as dots. */
export const AccountLine = ({ account, language, t }: Props) => (
  <span className="flex flex-wrap items-baseline justify-between gap-x-4">
    <span className="min-w-0">
      <span className="block font-semibold">{account.nickname ?? account.title}</span>
      <span className="block text-small text-muted">
        {account.nickname ? account.title : kindText(account.kind, t)}
        {account.masked !== '' && <Masked masked={account.masked} t={t} />}
      </span>
    </span>
    {account.balance !== null && (
      <span className="tabular-nums">
        <span className="sr-only">{t('accounts.balance')} </span>
        {formatMoney(language, account.balance, account.currency)}
      </span>
    )}
  </span>
)
