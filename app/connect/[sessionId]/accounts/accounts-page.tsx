import type { AccountRow } from '#lib/flow/view.ts'
import { Button } from '../../../_ui/button.tsx'
import { Choice, ChoiceGroup, choiceId } from '../../../_ui/choice.tsx'
import { AccountLine } from '../_ui/account-line.tsx'
import { AnotherBank } from '../_ui/another-bank.tsx'
import { errorOf } from '../_ui/flash-texts.ts'
import { InstitutionHeading } from '../_ui/institution-heading.tsx'
import { JourneyShell } from '../_ui/journey-shell.tsx'
import type { PageProps } from '../_ui/page-props.ts'
import { StepForm } from '../_ui/step-form.tsx'
import { stepTitle } from '../_ui/step-title.ts'
import { NoAccounts } from './no-accounts.tsx'
import { UnavailableAccounts } from './unavailable-accounts.tsx'

type Props = PageProps<'accounts'> & { readonly offered: readonly AccountRow[] }

const leads = { one: 'accounts.leadOne', several: 'accounts.leadSeveral', all: 'accounts.leadAll' } as const

const Fixed = ({ frame, offered, t }: Props) => (
  <ul className="mt-6 divide-y divide-line border-y border-line">
    {offered.map((account) => (
      <li className="py-4" key={account.id}>
        <AccountLine account={account} language={frame.language} t={t} />
      </li>
    ))}
  </ul>
)

const Choices = ({ frame, view, offered, t }: Props) => (
  <ChoiceGroup
    error={errorOf(frame, 'account', t)}
    errorPrefix={t('frame.error')}
    legend={t('accounts.legend', { institution: view.institution.name })}
    name="account"
  >
    {offered.map((account, index) => (
      <Choice
        id={choiceId('account', index)}
        isChosen={account.isChosen}
        key={account.id}
        name="account"
        type={view.rule === 'one' ? 'radio' : 'checkbox'}
        value={account.id}
      >
        <AccountLine account={account} language={frame.language} t={t} />
      </Choice>
    ))}
  </ChoiceGroup>
)

const Offer = (props: Props) => (
  <>
    <StepForm frame={props.frame}>
      {props.view.rule === 'all' ? <Fixed {...props} /> : <Choices {...props} />}
      <p className="mt-8">
        <Button>{props.t('accounts.share', { rule: props.view.rule })}</Button>
      </p>
    </StepForm>
    <UnavailableAccounts {...props} />
    <p className="mt-4">
      <AnotherBank frame={props.frame} label={props.t('accounts.another')} />
    </p>
  </>
)

/** The person picks; what cannot be shared is shown with the reason (AU5). Nothing is picked beforehand but what they chose before. */
export const AccountsPage = (props: PageProps<'accounts'>) => {
  const { frame, view, t } = props
  const [tenant, institution] = [frame.brand.tenantName, view.institution.name]
  const offered = view.accounts.filter((account) => account.unavailable === null)
  const isEmpty = offered.length === 0
  return (
    <JourneyShell
      above={<InstitutionHeading institution={view.institution} />}
      frame={frame}
      lead={isEmpty ? t('accounts.noneLead', { tenant, institution }) : t(leads[view.rule], { tenant })}
      leadIsOurs={isEmpty}
      t={t}
      title={stepTitle(view, t)}
    >
      {isEmpty ? (
        <>
          <UnavailableAccounts {...props} />
          <NoAccounts {...props} />
        </>
      ) : (
        <Offer {...props} offered={offered} />
      )}
    </JourneyShell>
  )
}
