import { mayAtDesk } from '#lib/console/desk.ts'
import { type DataKeyKind, dataKeyKinds } from '#lib/console/keys/data-keys.ts'
import type { ListedCredential } from '#lib/tenants/client-credential-store.ts'
import { Button } from '../../../_ui/button.tsx'
import { ConfirmForm } from '../../../_ui/confirm-form.tsx'
import { Facts } from '../../../_ui/facts.tsx'
import { Instant } from '../../../_ui/instant.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import type { KeyScene } from './key-props.ts'
import { OverlapSelect } from './overlap-select.tsx'

type Props = KeyScene & {
  readonly credentials: readonly ListedCredential[]
  /** Whether the policy in force opens a frame with an authorize token only. */
  readonly needsToken: boolean
}

const One = ({ row, desk, language, t }: KeyScene & { row: ListedCredential }) => (
  <li className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3 text-small">
    <span>
      <strong>{row.hint ? `…${row.hint}` : t('console.keys.unnamed')}</strong>{' '}
      <span className="text-muted">
        {t('console.keys.since')} <Instant at={row.createdAt} language={language} />
        {row.expiresAt && (
          <>
            {' · '}
            {t('console.keys.until')} <Instant at={row.expiresAt} language={language} />
          </>
        )}
      </span>
    </span>
    {mayAtDesk(desk, 'keys.manage') && (
      <ConfirmForm
        action={consolePath(desk.tenant.slug, 'keys', 'data', row.id, 'revoke')}
        id={`revoke-${row.id}`}
        label={t('console.keys.revoke')}
        t={t}
        text={t('console.keys.revokeText')}
        title={t('console.keys.revokeTitle', { label: row.hint ?? '' })}
      />
    )}
  </li>
)

const Kind = ({ kind, credentials, ...scene }: Props & { kind: DataKeyKind }) => {
  const { desk, t } = scene
  const rows = credentials.filter((one) => one.kind === kind)
  return (
    <div className="mt-6">
      <h3 className="font-semibold">{t(`console.keys.kinds.${kind}.title`)}</h3>
      <p className="text-small text-muted">{t(`console.keys.kinds.${kind}.text`)}</p>
      {rows.length === 0 && <p className="mt-2 text-small">{t('console.keys.noneOfKind')}</p>}
      <ul>
        {rows.map((row) => (
          <One key={row.id} row={row} {...scene} />
        ))}
      </ul>
      {mayAtDesk(desk, 'keys.manage') && (
        <form
          action={consolePath(desk.tenant.slug, 'keys', 'data')}
          className="mt-3 flex flex-wrap gap-2"
          method="post"
        >
          <input name="kind" type="hidden" value={kind} />
          {rows.length > 0 && <OverlapSelect label={t('console.keys.overlapLabel')} t={t} />}
          <Button look="secondary">
            {t(rows.length > 0 ? 'console.keys.newOfKind' : 'console.keys.firstOfKind')}
          </Button>
        </form>
      )}
    </div>
  )
}

const LoginByApi = ({ desk, t }: KeyScene) => {
  const { mayLinkByApi } = desk.tenant
  return (
    <form
      action={consolePath(desk.tenant.slug, 'keys', 'login-by-api')}
      className="mt-6 border-t border-line pt-5"
      method="post"
    >
      <p className="max-w-prose text-small">
        {t(mayLinkByApi ? 'console.keys.loginOn' : 'console.keys.loginOff')}
      </p>
      <input name="isAllowed" type="hidden" value={mayLinkByApi ? 'no' : 'yes'} />
      <div className="mt-3">
        <Button look="secondary">{t(mayLinkByApi ? 'console.keys.forbid' : 'console.keys.allow')}</Button>
      </div>
    </form>
  )
}

/** What the tenant's server proves itself by at the data API, and what its tokens are needed for. */
export const DataKeys = (props: Props) => {
  const { desk, needsToken, t } = props
  const token = t(needsToken ? 'console.keys.tokenNeeded' : 'console.keys.tokenFree')
  return (
    <Panel lead={t('console.keys.dataLead')} title={t('console.keys.data')}>
      <Facts
        facts={[
          { name: t('console.keys.customerId'), value: <code>{desk.tenant.customerId}</code> },
          { name: t('console.keys.tokens'), value: `${token} ${t('console.keys.tokenLife')}` },
        ]}
      />
      {dataKeyKinds.map((kind) => (
        <Kind key={kind} {...props} kind={kind} />
      ))}
      {mayAtDesk(desk, 'keys.manage') && <LoginByApi {...props} />}
    </Panel>
  )
}
