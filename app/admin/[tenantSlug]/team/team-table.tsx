import type { Desk } from '#lib/console/desk.ts'
import { formatInstant, type Language, type Translate } from '#lib/kit/i18n.ts'
import type { TeamMember } from '#lib/staff/membership-store.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import { Mark } from '../../_ui/mark.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { Table } from '../../_ui/table.tsx'
import { MemberActions } from './member-actions.tsx'
import { RoleForm } from './role-form.tsx'

/** A role that somebody chose for a member, while somebody else gave them another. */
export type ChosenRole = { readonly memberId: string; readonly role: StaffRole }

export type TeamProps = {
  readonly desk: Desk
  readonly team: readonly TeamMember[]
  readonly chosen?: ChosenRole | null
  readonly language: Language
  readonly t: Translate
}

const Since = ({ row, language, t }: Omit<TeamProps, 'desk' | 'team'> & { row: TeamMember }) => (
  <span className="block font-normal text-muted">
    {row.joinedAt ? (
      t('console.team.since', { at: formatInstant(language, row.joinedAt) })
    ) : (
      <Mark tone="busy">{t('console.team.invited')}</Mark>
    )}
  </span>
)

/** The address is kept whole as long as it fits. */
const Who = ({ row, desk, language, t }: Omit<TeamProps, 'team'> & { row: TeamMember }) => (
  <div className="md:min-w-44">
    {row.member.name && <span className="block">{row.member.name}</span>}
    <span className={row.member.name ? 'font-normal text-muted' : ''}>{row.member.email}</span>
    {row.memberId === desk.member.id && ` (${t('console.team.you')})`}
    <Since language={language} row={row} t={t} />
  </div>
)

/** Everybody who works here, with what an owner can do about each. */
export const TeamTable = ({ desk, team, chosen, language, t }: TeamProps) => (
  <Table
    caption={t('console.sections.team')}
    columns={[
      {
        key: 'who',
        label: t('console.team.who'),
        kind: 'name',
        isWide: true,
        cell: (row) => <Who desk={desk} language={language} row={row} t={t} />,
      },
      {
        key: 'role',
        label: t('console.team.role'),
        cell: (row) => (
          <RoleForm
            action={consolePath(desk.tenant.slug, 'team', row.memberId, 'role')}
            chosen={chosen?.memberId === row.memberId ? chosen.role : null}
            row={row}
            t={t}
          />
        ),
      },
      {
        key: 'do',
        label: t('console.team.actions'),
        cell: (row) => <MemberActions desk={desk} row={row} t={t} />,
      },
    ]}
    keyOf={({ memberId }) => memberId}
    rows={team}
  />
)
