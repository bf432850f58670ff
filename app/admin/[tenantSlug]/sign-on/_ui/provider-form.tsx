import type { ReactNode } from 'react'
import type { SignOnFlaw, TypedSignOn } from '#lib/console/sign-on/save-sign-on.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { StaffSso } from '#lib/staff/staff-sso.ts'
import { Button } from '../../../_ui/button.tsx'
import { Field } from '../../../_ui/field.tsx'
import { Panel } from '../../../_ui/panel.tsx'

/** What could not be kept, with what was typed. */
export type RefusedSignOn = {
  readonly flaw: SignOnFlaw | 'untried'
  readonly typed: TypedSignOn | null
}

type Props = {
  /** Where the form is sent to. */
  readonly action: string
  readonly sso: StaffSso | null
  readonly refused: RefusedSignOn | null
  /** What else is asked before it is saved. */
  readonly children?: ReactNode
  readonly t: Translate
}

type FieldName = 'issuer' | 'clientId' | 'clientSecret' | 'domain'

/** Under which question a flaw is said. */
const fieldOf = (flaw: RefusedSignOn['flaw']): FieldName | null => {
  if (flaw === 'untried' || flaw === 'conflict' || flaw === 'replaces') return null
  if (flaw === 'client_id_missing') return 'clientId'
  if (flaw === 'client_secret_missing') return 'clientSecret'
  return flaw.startsWith('domain') ? 'domain' : 'issuer'
}

export const ProviderForm = ({ action, sso, refused, children, t }: Props) => {
  const field = refused && fieldOf(refused.flaw)
  const error = (name: FieldName): string | undefined =>
    refused && field === name && refused.flaw !== 'conflict'
      ? t(`console.signOn.flaws.${refused.flaw}`)
      : undefined
  const common = (name: FieldName) => ({ error: error(name), errorPrefix: t('frame.error'), name })
  const value = (name: 'issuer' | 'clientId' | 'domain') => refused?.typed?.[name] ?? sso?.[name] ?? ''
  return (
    <Panel lead={t('console.signOn.providerLead')} title={t('console.signOn.provider')}>
      <form action={action} className="grid gap-5" method="post">
        <input name="revision" type="hidden" value={sso?.revision ?? ''} />
        <Field
          {...common('issuer')}
          defaultValue={value('issuer')}
          hint={t('console.signOn.issuerHint')}
          isRequired
          label={t('console.signOn.issuer')}
          type="url"
        />
        <div className="level grid grid-cols-pair gap-5">
          <Field
            {...common('clientId')}
            autoComplete="off"
            defaultValue={value('clientId')}
            hint={t('console.signOn.clientIdHint')}
            isRequired
            label={t('console.signOn.clientId')}
            spellCheck={false}
          />
          <Field
            {...common('clientSecret')}
            autoComplete="new-password"
            hint={t(sso ? 'console.signOn.secretKept' : 'console.signOn.secretHint')}
            isRequired={!sso}
            label={t('console.signOn.secret')}
            type="password"
          />
        </div>
        <Field
          {...common('domain')}
          autoComplete="off"
          defaultValue={value('domain')}
          hint={t('console.signOn.domainHint')}
          isRequired
          label={t('console.signOn.domain')}
          spellCheck={false}
        />
        {sso && <p className="max-w-prose text-small text-muted">{t('console.signOn.endsText')}</p>}
        {children}
        <div>
          <Button>{t('console.signOn.save')}</Button>
        </div>
      </form>
    </Panel>
  )
}
