import { accountKinds } from '#lib/connectors/contract.ts'
import { Checks, Select } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { Field } from '../../_ui/field.tsx'

/** Which accounts are taken, how many, and how far back they are read. */
export const AccountFields = ({ view }: { readonly view: StudioView<'policy'> }) => {
  const { t, document, flaws } = view
  const errorPrefix = t('frame.error')
  return (
    <div className="grid gap-5">
      <Select
        choices={(['one', 'several', 'all'] as const).map((value) => ({
          value,
          label: t(`console.policy.accountRules.${value}`),
        }))}
        error={errorAt(flaws, 'accountRule', t)}
        errorPrefix={errorPrefix}
        label={t('console.policy.fields.accountRule')}
        name="accountRule"
        value={document.accountRule}
      />
      <Checks
        choices={accountKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        error={errorAt(flaws, 'accountKinds', t)}
        errorPrefix={errorPrefix}
        hint={t('console.policy.hints.any')}
        label={t('console.policy.fields.accountKinds')}
        name="accountKinds"
        values={document.accountKinds}
      />
      <Checks
        choices={(['CAD', 'USD'] as const).map((value) => ({ value, label: value }))}
        error={errorAt(flaws, 'accountCurrencies', t)}
        errorPrefix={errorPrefix}
        hint={t('console.policy.hints.any')}
        label={t('console.policy.fields.accountCurrencies')}
        name="accountCurrencies"
        values={document.accountCurrencies}
      />
      <Field
        defaultValue={document.daysOfTransactions}
        error={errorAt(flaws, 'daysOfTransactions', t)}
        errorPrefix={errorPrefix}
        hint={t('console.policy.hints.daysOfTransactions')}
        inputMode="numeric"
        label={t('console.policy.fields.daysOfTransactions')}
        maxLength={4}
        name="daysOfTransactions"
      />
    </div>
  )
}
