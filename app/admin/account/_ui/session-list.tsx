import { Button } from '../../_ui/button.tsx'
import { Instant } from '../../_ui/instant.tsx'
import type { AccountProps } from './account-props.ts'

/** Every browser that is signed in, and how to end each or all others. */
export const SessionList = ({ signedIn, sessions, language, t }: AccountProps) => (
  <>
    <ul>
      {sessions.map(({ id, device, seenAt, ssoTenantId }) => (
        <li
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line py-4"
          key={id}
        >
          <span className="text-small">
            <strong>{device || t('console.account.unknownDevice')}</strong>
            {ssoTenantId && ` · ${t('console.account.bySso')}`}
            <br />
            <span className="text-muted">
              {t('console.account.seen')} <Instant at={seenAt} language={language} />
            </span>
          </span>
          {id === signedIn.session.id ? (
            <span className="text-small text-muted">{t('console.account.thisOne')}</span>
          ) : (
            <form action="/admin/account/sessions" method="post">
              <input name="id" type="hidden" value={id} />
              <Button look="secondary">{t('console.account.end')}</Button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <form action="/admin/account/sessions" className="mt-4" method="post">
        <input name="id" type="hidden" value="" />
        <Button look="danger">{t('console.account.endOthers')}</Button>
      </form>
    )}
  </>
)
