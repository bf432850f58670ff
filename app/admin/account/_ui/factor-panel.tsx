import { hasFactor } from '#lib/console/factors/list-factors.ts'
import type { Passkey } from '#lib/staff/passkey-store.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { ConfirmForm } from '../../_ui/confirm-form.tsx'
import { Instant } from '../../_ui/instant.tsx'
import { Panel } from '../../_ui/panel.tsx'
import { PasskeyForm } from '../../_ui/passkey-form.tsx'
import type { AccountProps } from './account-props.ts'

const row = 'flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line py-4'

const Totp = ({ factors, t }: AccountProps) => (
  <li className={row}>
    <span className="text-small font-semibold">{t('console.account.totp')}</span>
    {factors.hasTotp ? (
      <ConfirmForm
        action="/admin/account/totp/remove"
        id="remove-totp"
        label={t('console.account.remove')}
        t={t}
        text={t('console.account.removeText')}
        title={t('console.account.removeTotp')}
      />
    ) : (
      <ButtonLink href="/admin/account/totp?next=/admin/account" look="secondary">
        {t('console.account.add')}
      </ButtonLink>
    )}
  </li>
)

const OnePasskey = ({ passkey, language, t }: AccountProps & { passkey: Passkey }) => (
  <li className={row}>
    <span className="text-small">
      <strong>{passkey.label}</strong>
      <br />
      <span className="text-muted">
        {t('console.account.made')} <Instant at={passkey.createdAt} language={language} />
      </span>
    </span>
    <ConfirmForm
      action="/admin/account/passkeys/remove"
      id={`remove-${passkey.id}`}
      label={t('console.account.remove')}
      t={t}
      text={t('console.account.removeText')}
      title={t('console.account.removePasskey', { label: passkey.label })}
    >
      <input name="id" type="hidden" value={passkey.id} />
    </ConfirmForm>
  </li>
)

const Paper = ({ factors, t }: AccountProps) => (
  <li className={row}>
    <span className="text-small">
      <strong>{t('console.account.paper')}</strong>
      <br />
      <span className="text-muted">{t('console.account.codesLeft', { count: factors.codesLeft })}</span>
    </span>
    <ConfirmForm
      action="/admin/account/recovery"
      id="renew-codes"
      label={t('console.account.renew')}
      t={t}
      text={t('console.account.renewText')}
      title={t('console.account.renewTitle')}
    />
  </li>
)

/** The second factors, and what stands in for a lost one. */
export const FactorPanel = (props: AccountProps) => {
  const { factors, hasSite, miss, t } = props
  return (
    <Panel lead={t('console.account.factorsLead')} title={t('console.account.factors')}>
      {miss && (
        <p
          className="mb-4 text-small font-semibold text-danger"
          data-focus="first"
          role="alert"
          tabIndex={-1}
        >
          {t('console.factor.miss.passkey')}
        </p>
      )}
      <ul>
        <Totp {...props} />
        {factors.passkeys.map((passkey) => (
          <OnePasskey key={passkey.id} {...props} passkey={passkey} />
        ))}
        {hasFactor(factors) && <Paper {...props} />}
      </ul>
      <div className="mt-4">
        {hasSite ? (
          <PasskeyForm action="/admin/account/passkeys" kind="make" next="/admin/account" t={t} />
        ) : (
          <p className="text-small text-muted">{t('console.factor.passkey.needsName')}</p>
        )}
      </div>
    </Panel>
  )
}
