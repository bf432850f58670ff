import { type Factors, hasFactor } from '#lib/console/factors/list-factors.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button, ButtonLink } from '../_ui/button.tsx'
import { Field } from '../_ui/field.tsx'
import { PasskeyForm } from '../_ui/passkey-form.tsx'

/** Why the second factor is asked for again. */
export type FactorMiss = 'code' | 'passkey'

type Props = {
  readonly factors: Factors
  /** Whether passkeys are possible under this address. */
  readonly hasSite: boolean
  readonly miss: FactorMiss | null
  readonly next: string
  readonly t: Translate
}

const Show = ({ factors, hasSite, miss, next, t }: Props) => (
  <div className="mt-5 grid gap-8">
    {factors.passkeys.length > 0 && hasSite && (
      <PasskeyForm action="/admin/second-factor/passkey" kind="use" next={next} t={t} />
    )}
    <form action="/admin/second-factor" className="grid gap-5" method="post">
      <input name="next" type="hidden" value={next} />
      <Field
        autoComplete="one-time-code"
        error={miss ? t(`console.factor.miss.${miss}`) : undefined}
        errorPrefix={t('frame.error')}
        hint={t(factors.hasTotp ? 'console.factor.codeHint' : 'console.factor.paperHint')}
        isRequired
        label={t('console.factor.code')}
        name="code"
      />
      <Button look={factors.hasTotp ? 'primary' : 'secondary'}>{t('console.factor.go')}</Button>
    </form>
  </div>
)

const Begin = ({ hasSite, next, t }: Props) => (
  <div className="mt-5 grid justify-items-start gap-5">
    <ButtonLink href={`/admin/account/totp?${new URLSearchParams({ next })}`}>
      {t('console.factor.beginTotp')}
    </ButtonLink>
    {hasSite && (
      <PasskeyForm action="/admin/account/passkeys" kind="make" next={next} t={t}>
        <input name="label" type="hidden" value="" />
      </PasskeyForm>
    )}
  </div>
)

/** What one has beside the mail: shown, or begun where there is none yet. */
export const FactorPage = (props: Props) => {
  const isEnrolled = hasFactor(props.factors)
  return (
    <>
      <p className="mt-3 text-small text-muted">
        {props.t(isEnrolled ? 'console.factor.lead' : 'console.factor.beginLead')}
      </p>
      {isEnrolled ? <Show {...props} /> : <Begin {...props} />}
    </>
  )
}
