import { mayAtDesk } from '#lib/console/desk.ts'
import { type ApiKey, isLive } from '#lib/tenants/api-key.ts'
import { Button } from '../../../_ui/button.tsx'
import { ConfirmForm } from '../../../_ui/confirm-form.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import type { KeyScene } from './key-props.ts'
import { OverlapSelect } from './overlap-select.tsx'

/** Replacing a key by a new one, and ending it; one that has its follower is only ended. */
export const KeyActions = ({ row, desk, now, t }: KeyScene & { readonly row: ApiKey }) => {
  if (!isLive(row, now) || !mayAtDesk(desk, 'keys.manage')) return null
  const pathTo = (verb: string) => consolePath(desk.tenant.slug, 'keys', row.id, verb)
  return (
    <div className="flex flex-wrap gap-2">
      {row.endsAt === null && (
        <form action={pathTo('rotate')} className="flex flex-wrap gap-2" method="post">
          <OverlapSelect label={t('console.keys.overlapOf', { label: row.label })} t={t} />
          <Button look="secondary">{t('console.keys.rotate')}</Button>
        </form>
      )}
      <ConfirmForm
        action={pathTo('revoke')}
        id={`revoke-${row.id}`}
        label={t('console.keys.revoke')}
        t={t}
        text={t('console.keys.revokeText')}
        title={t('console.keys.revokeTitle', { label: row.label })}
      />
    </div>
  )
}
