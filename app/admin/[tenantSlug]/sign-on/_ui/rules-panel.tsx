import type { ReactNode } from 'react'
import { seenOf } from '#lib/console/seen-of.ts'
import { rulesOf, type SignOnRules } from '#lib/console/sign-on/change-sign-on.ts'
import { formatInstant, type Language, type Translate } from '#lib/kit/i18n.ts'
import type { StaffSso } from '#lib/staff/staff-sso.ts'
import { Button, ButtonLink } from '../../../_ui/button.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'

type Props = {
  readonly slug: string
  readonly sso: StaffSso
  readonly isUntried: boolean
  /** What was ticked a moment ago and not taken. */
  readonly chosen: SignOnRules | null
  readonly language: Language
  readonly t: Translate
}

type RuleProps = {
  readonly name: string
  readonly isOn: boolean
  readonly label: string
  readonly hint: ReactNode
}

const Rule = ({ name, isOn, label, hint }: RuleProps) => (
  <div>
    <label className="flex min-h-11 items-center gap-3 text-small">
      <input
        aria-describedby={`${name}-hint`}
        defaultChecked={isOn}
        name={name}
        type="checkbox"
        value="yes"
      />
      {label}
    </label>
    <p className="ms-7 max-w-prose text-small text-muted" id={`${name}-hint`}>
      {hint}
    </p>
  </div>
)

const Trial = ({ slug, sso, language, t }: Omit<Props, 'isUntried' | 'chosen'>) => {
  const start = `/admin/sign-in/sso/${slug}/start?${new URLSearchParams({ next: consolePath(slug, 'sign-on') })}`
  return (
    <div className="grid gap-2">
      <p className="text-small">
        {sso.workedAt
          ? t('console.signOn.worked', { at: formatInstant(language, sso.workedAt) })
          : t('console.signOn.workedNever')}
      </p>
      <p>
        <ButtonLink href={start} look={sso.workedAt ? 'secondary' : 'primary'}>
          {t('console.signOn.try')}
        </ButtonLink>
      </p>
      <p className="text-small text-muted">{t('console.signOn.tryText')}</p>
    </div>
  )
}

/** A try first, then whether it is the only way and whether it stands for the second factor. */
export const RulesPanel = ({ slug, sso, isUntried, chosen, language, t }: Props) => (
  <Panel title={t('console.signOn.rules')}>
    <Trial language={language} slug={slug} sso={sso} t={t} />
    <form action={consolePath(slug, 'sign-on', 'rules')} className="mt-5 grid gap-4" method="post">
      <input name="seen" type="hidden" value={seenOf(rulesOf(sso))} />
      {isUntried && (
        <p className="text-small font-semibold text-danger" data-focus="first" role="alert" tabIndex={-1}>
          {t('console.signOn.flaws.untried')}
        </p>
      )}
      <Rule
        hint={t('console.signOn.requiredHint')}
        isOn={(chosen ?? sso).isRequired}
        label={t('console.signOn.isRequired', { domain: sso.domain })}
        name="isRequired"
      />
      <Rule
        hint={t('console.signOn.factorHint')}
        isOn={(chosen ?? sso).provesFactor}
        label={t('console.signOn.provesFactor')}
        name="provesFactor"
      />
      <div>
        <Button look="secondary">{t('console.signOn.rulesSave')}</Button>
      </div>
    </form>
  </Panel>
)
