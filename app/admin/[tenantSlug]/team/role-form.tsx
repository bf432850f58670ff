import type { Translate } from '#lib/kit/i18n.ts'
import type { TeamMember } from '#lib/staff/membership-store.ts'
import { type StaffRole, staffRoles } from '#lib/staff/staff-member.ts'
import { Button } from '../../_ui/button.tsx'
import { controlLook } from '../../_ui/field.tsx'

type Props = {
  readonly action: string
  readonly row: TeamMember
  /** What was chosen a moment ago and not taken. */
  readonly chosen: StaffRole | null
  readonly t: Translate
}

export const RoleForm = ({ action, row, chosen, t }: Props) => (
  <form action={action} className="flex flex-wrap gap-2" method="post">
    <input name="seen" type="hidden" value={row.role} />
    <select
      aria-label={t('console.team.roleOf', { who: row.member.email })}
      className={`${controlLook(undefined)} md:w-auto`}
      defaultValue={chosen ?? row.role}
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
