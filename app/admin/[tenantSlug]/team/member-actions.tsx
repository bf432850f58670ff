import type { Desk } from '#lib/console/desk.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { TeamMember } from '#lib/staff/membership-store.ts'
import { Button } from '../../_ui/button.tsx'
import { ConfirmForm } from '../../_ui/confirm-form.tsx'
import { consolePath } from '../../_ui/navigation.ts'

type Props = { readonly desk: Desk; readonly row: TeamMember; readonly t: Translate }

/** Who has not come yet has nothing to be signed out of, and may have lost the mail. */
export const MemberActions = ({ desk, row, t }: Props) => {
  const pathTo = (verb: string) => consolePath(desk.tenant.slug, 'team', row.memberId, verb)
  return (
    <div className="flex flex-wrap gap-2">
      <form action={pathTo(row.joinedAt ? 'sign-out' : 'invite')} method="post">
        <Button look="secondary">{t(row.joinedAt ? 'console.team.signOut' : 'console.team.again')}</Button>
      </form>
      <ConfirmForm
        action={pathTo('remove')}
        id={`remove-${row.memberId}`}
        isUndoable
        label={t('console.team.remove')}
        t={t}
        text={t('console.team.removeText')}
        title={t('console.team.removeTitle', { who: row.member.email })}
      />
    </div>
  )
}
