import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { TeamMember } from '#lib/staff/membership-store.ts'
import { Instant } from '../../_ui/instant.tsx'
import { Table } from '../../_ui/table.tsx'

type Props = { readonly team: readonly TeamMember[]; readonly language: Language; readonly t: Translate }

export const TeamPage = ({ team, language, t }: Props) => (
  <Table
    caption={t('console.sections.team')}
    columns={[
      { key: 'who', label: t('console.team.who'), kind: 'name', cell: ({ member }) => member.email },
      { key: 'role', label: t('console.team.role'), cell: ({ role }) => t(`console.roles.${role}.name`) },
      {
        key: 'since',
        label: t('console.team.since'),
        cell: ({ joinedAt }) =>
          joinedAt ? <Instant at={joinedAt} language={language} /> : t('console.team.invited'),
      },
    ]}
    keyOf={({ memberId }) => memberId}
    rows={team}
  />
)
