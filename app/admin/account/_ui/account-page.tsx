import { Button } from '../../_ui/button.tsx'
import { Field } from '../../_ui/field.tsx'
import { Flash } from '../../_ui/flash.tsx'
import { Panel } from '../../_ui/panel.tsx'
import type { AccountProps } from './account-props.ts'
import { FactorPanel } from './factor-panel.tsx'
import { SessionList } from './session-list.tsx'

const NameForm = ({ signedIn, t }: AccountProps) => (
  <form action="/admin/account/name" className="grid gap-4 sm:flex sm:items-end" method="post">
    <div className="flex-1">
      <Field
        autoComplete="name"
        defaultValue={signedIn.member.name ?? ''}
        label={t('console.account.name')}
        maxLength={80}
        name="name"
      />
    </div>
    <Button look="secondary">{t('console.account.save')}</Button>
  </form>
)

/** What a member has of their own, whichever tenant they work for. */
export const AccountPage = (props: AccountProps) => (
  <>
    <p className="mt-1 text-small text-muted">{props.signedIn.member.email}</p>
    <p className="mb-3">
      <a className="inline-flex min-h-11 items-center text-small" href="/admin">
        {props.t('console.frame.toConsole')}
      </a>
    </p>
    {props.flash && <Flash t={props.t} told={{ key: props.flash, subject: null }} />}
    <NameForm {...props} />
    <FactorPanel {...props} />
    <Panel lead={props.t('console.account.sessionsLead')} title={props.t('console.account.sessions')}>
      <SessionList {...props} />
    </Panel>
  </>
)
