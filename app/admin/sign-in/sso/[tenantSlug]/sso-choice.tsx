import type { Translate } from '#lib/kit/i18n.ts'
import type { SsoScene } from '#lib/web/staff/sso-page.ts'
import { Button, ButtonLink } from '../../../_ui/button.tsx'

type Props = { readonly scene: SsoScene; readonly t: Translate }

const ByMail = ({ mail, t }: { mail: NonNullable<SsoScene['mail']>; t: Translate }) => (
  <form action="/api/auth/signin/email" className="grid" method="post">
    <input name="csrfToken" type="hidden" value={mail.csrfToken} />
    <input name="callbackUrl" type="hidden" value={mail.next} />
    <input name="email" type="hidden" value={mail.email} />
    <Button look="secondary">{t('console.signIn.sso.byMail')}</Button>
  </form>
)

/** The provider of one's organization; beside it the mailed link, where that opens the tenant too. */
export const SsoChoice = ({ scene: { signOn, start, mail }, t }: Props) => {
  const { sso } = signOn
  const values = { host: new URL(sso.issuer).host, domain: sso.domain }
  return (
    <>
      <p className="mt-3 text-small text-muted">
        {t(sso.isRequired ? 'console.signIn.sso.required' : 'console.signIn.sso.lead', values)}
      </p>
      <div className="mt-5 grid gap-3">
        <ButtonLink href={start}>{t('console.signIn.sso.go', values)}</ButtonLink>
        {mail && <ByMail mail={mail} t={t} />}
      </div>
      <p className="mt-4">
        <a className="inline-flex min-h-11 items-center text-small" href="/admin/sign-in">
          {t('console.signIn.again')}
        </a>
      </p>
    </>
  )
}
