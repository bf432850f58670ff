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
  /** Whom the tenant's provider keeps here. */
  readonly provisioned: ReadonlySet<string>
  readonly chosen?: ChosenRole | null
  readonly language: Language
  readonly t: Translate
}

type RowProps = Omit<TeamProps, 'team'> & { readonly row: TeamMember }

/** Somebody whom the provider added was not invited: they come when they like. */
const Since = ({ row, provisioned, language, t }: Omit<RowProps, 'desk'>) => {
  const isProvisioned = provisioned.has(row.memberId)
  return (
    <span className="block font-normal text-muted">
      {row.joinedAt && t('console.team.since', { at: formatInstant(language, row.joinedAt) })}
      {!row.joinedAt && !isProvisioned && <Mark tone="busy">{t('console.team.invited')}</Mark>}
      {isProvisioned && (
        <span className="block">
          <Mark>{t('console.team.provisioned')}</Mark>
        </span>
      )}
    </span>
  )
}

/** The address is kept whole as long as it fits. */
const Who = ({ row, desk, provisioned, language, t }: RowProps) => (
  <div className="md:min-w-44">
    {row.member.name && <span className="block">{row.member.name}</span>}
    <span className={row.member.name ? 'font-normal text-muted' : ''}>{row.member.email}</span>
    {row.memberId === desk.member.id && ` (${t('console.team.you')})`}
    <Since language={language} provisioned={provisioned} row={row} t={t} />
  </div>
)

/** Everybody who works here, with what an owner can do about each. */
export const TeamTable = ({ desk, team, provisioned, chosen, language, t }: TeamProps) => (
  <Table
    caption={t('console.sections.team')}
    columns={[
      {
        key: 'who',
        label: t('console.team.who'),
        kind: 'name',
        isWide: true,
        cell: (row) => <Who desk={desk} language={language} provisioned={provisioned} row={row} t={t} />,
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
