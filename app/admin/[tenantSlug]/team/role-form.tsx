import type { Translate } from '#lib/kit/i18n.ts'
import type { TeamMember } from '#lib/staff/membership-store.ts'
import { staffRoles } from '#lib/staff/staff-member.ts'
import { Button } from '../../_ui/button.tsx'
import { controlLook } from '../../_ui/field.tsx'

type Props = { readonly action: string; readonly row: TeamMember; readonly t: Translate }

export const RoleForm = ({ action, row, t }: Props) => (
  <form action={action} className="flex flex-wrap gap-2" method="post">
    <select
      aria-label={t('console.team.roleOf', { who: row.member.email })}
      className={`${controlLook(undefined)} md:w-auto`}
      defaultValue={row.role}
      name="role"
    >
      {staffRoles.map((role) => (
        <option key={role} value={role}>
          {t(`console.roles.${role}.name`)}
        </option>
      ))}
    </select>
    <Button look="secondary">{t('console.team.change')}</Button>
  </form>
)
