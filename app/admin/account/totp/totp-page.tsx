import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../_ui/button.tsx'
import { Field } from '../../_ui/field.tsx'
import { QrCode } from '../../_ui/qr-code.tsx'

type Props = {
  readonly offer: { readonly secret: string; readonly uri: string }
  readonly isMissed: boolean
  readonly next: string
  readonly t: Translate
}

const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** Two steps on one page: the app reads, the code comes back. */
export const TotpPage = ({ offer, isMissed, next, t }: Props) => (
  <>
    <p className="mt-3 text-small text-muted">{t('console.factor.totp.lead')}</p>
    <div className="mt-5">
      <QrCode label={t('console.factor.totp.picture')} text={offer.uri} />
    </div>
    <p className="mt-3 text-small">{t('console.factor.totp.byHand')}</p>
    <p className="mt-1 font-mono text-small">{inFours(offer.secret)}</p>
    <form action="/admin/account/totp" className="mt-6 grid gap-5" method="post">
      <input name="next" type="hidden" value={next} />
      <Field
        autoComplete="one-time-code"
        error={isMissed ? t('console.factor.totp.missed') : undefined}
        errorPrefix={t('frame.error')}
        hint={t('console.factor.totp.codeHint')}
        inputMode="numeric"
        isRequired
        label={t('console.factor.code')}
        name="code"
      />
      <Button>{t('console.factor.totp.confirm')}</Button>
    </form>
  </>
)
