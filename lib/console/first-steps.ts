import { listSessions } from '#lib/sessions/session-list-store.ts'
import { listTeam } from '#lib/staff/membership-store.ts'
import { findNewestVersion } from '#lib/tenants/version-history-store.ts'
import type { Desk } from './desk.ts'

export const firstSteps = ['brand', 'policy', 'visit', 'team'] as const
export type FirstStep = (typeof firstSteps)[number]

/** Those that are done; null once people can connect and one did. A colleague is advice and holds up nothing. */
export const readFirstSteps = async ({ db }: Desk): Promise<ReadonlySet<FirstStep> | null> => {
  const [brand, policy, visits, team] = await Promise.all([
    findNewestVersion(db, 'brand'),
    findNewestVersion(db, 'policy'),
    listSessions(db, { limit: 1, isTestOnly: false, outcome: 'finished' }),
    listTeam(db),
  ])
  if (brand && policy && visits.rows.length > 0) return null
  const isDone = { brand, policy, visit: visits.rows.length > 0, team: team.length > 1 }
  return new Set(firstSteps.filter((step) => isDone[step]))
}
