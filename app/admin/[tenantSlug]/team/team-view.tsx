import type { Desk } from '#lib/console/desk.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { listTeam } from '#lib/staff/membership-store.ts'
import { listProvisionedIds } from '#lib/staff/provision-store.ts'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import type { ConsoleView } from '../../_doors/respond-with-console.tsx'
import { EditConflict } from '../../_ui/edit-conflict.tsx'
import { InviteForm, type Refused } from './invite-form.tsx'
import { type ChosenRole, TeamTable } from './team-table.tsx'

type Scene = { readonly desk: Desk; readonly language: Language; readonly t: Translate }

export const teamView = async (
  { desk, language, t }: Scene,
  refused: Refused | null = null,
  chosen: ChosenRole | null = null,
): Promise<ConsoleView> => ({
  place: 'team',
  title: t('console.sections.team'),
  lead: t('console.team.lead'),
  body: (
    <>
      <TeamTable
        chosen={chosen}
        desk={desk}
        language={language}
        provisioned={await listProvisionedIds(desk.db)}
        t={t}
        team={await listTeam(desk.db)}
      />
      <InviteForm language={language} refused={refused} slug={desk.tenant.slug} t={t} />
    </>
  ),
})

/** The team again, with the reason why nobody was changed. */
export const refusedView = async (
  scene: Scene,
  reason: 'unknown' | 'last_owner' | 'has_come',
): Promise<ConsoleView> => {
  const view = await teamView(scene)
  return {
    ...view,
    body: (
      <>
        <p
          className="mb-5 rounded-brand border border-danger bg-danger-surface px-4 py-3 text-small font-semibold text-danger"
          data-focus="first"
          role="alert"
          tabIndex={-1}
        >
          {scene.t(`console.team.refused.${reason}`)}
        </p>
        {view.body}
      </>
    ),
  }
}

/** The team again, with the role that somebody else has given meanwhile beside the one that was chosen. */
export const overtakenView = async (scene: Scene, chosen: ChosenRole): Promise<ConsoleView> => {
  const { desk, t } = scene
  const view = await teamView(scene, null, chosen)
  const row = (await listTeam(desk.db)).find(({ memberId }) => memberId === chosen.memberId)
  const nameOf = (role: StaffRole) => t(`console.roles.${role}.name`)
  const label = t('console.team.roleOf', { who: row?.member.email ?? '' })
  const theirs = row ? nameOf(row.role) : '–'
  return {
    ...view,
    status: 409,
    body: (
      <>
        <EditConflict rows={[{ label, theirs, mine: nameOf(chosen.role) }]} t={t} />
        {view.body}
      </>
    ),
  }
}
