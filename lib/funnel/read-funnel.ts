import type { TenantDb } from '#lib/db/tenant-db.ts'
import { stepIds } from '#lib/journey/step-ids.ts'
import type { Dimension, FunnelFilter, GroupSums, ProblemSums, Stage, StageSums } from './funnel.ts'
import { dimensions, smallestGroup } from './funnel.ts'
import { sumGroups, sumProblems, sumStages } from './funnel-store.ts'
import { hideSmall } from './hide-small.ts'
import { medianSeconds } from './median-seconds.ts'

/** One stage as it may be shown: `entered` null where fewer came to it than are shown, and then nothing else is. */
export type FunnelStage = {
  readonly stage: Stage
  readonly entered: number | null
  readonly finished: number
  readonly left: number
  readonly troubled: number
  readonly medianSeconds: number | null
}

export type FunnelGroup = Omit<GroupSums, 'value'> & {
  /** Null: several small groups, shown as one. */
  readonly value: string | null
}

export type Funnel = {
  readonly whole: FunnelStage
  readonly stages: readonly FunnelStage[]
  readonly groups: readonly FunnelGroup[]
  readonly problems: readonly ProblemSums[]
  /** Problems that too few met to be named. */
  readonly rareProblems: number
}

const stageOf = (sums: StageSums): FunnelStage => {
  const { stage, entered, finished, troubled } = sums
  if (entered < smallestGroup)
    return { stage, entered: null, finished: 0, left: 0, troubled: 0, medianSeconds: null }
  return { stage, entered, finished, left: entered - finished, troubled, medianSeconds: medianSeconds(sums) }
}

const groupsOf = (sums: readonly GroupSums[]): FunnelGroup[] => {
  const { groups, together } = hideSmall(sums)
  if (together.length === 0) return [...groups]
  const total = (of: (one: GroupSums) => number) => together.reduce((sum, one) => sum + of(one), 0)
  const visits = total((one) => one.visits)
  if (visits < smallestGroup) return [...groups]
  const rest = { finished: total((one) => one.finished), troubled: total((one) => one.troubled) }
  return [...groups, { value: null, visits, ...rest }]
}

const place = (stage: Stage): number => (stepIds as readonly Stage[]).indexOf(stage)

/**
 * Whether a filter asks for nothing that a breakdown hides: with it and without it, and the others beside it, a small
 * group could be read off as the difference.
 */
const mayBeToldApart = async (db: TenantDb, filter: FunnelFilter): Promise<boolean> => {
  const asked = dimensions.filter((name) => filter[name] !== undefined)
  const answers = asked.map(async (name) => {
    const { groups } = hideSmall(await sumGroups(db, { ...filter, [name]: undefined }, name))
    return groups.some(({ value }) => value === String(filter[name]))
  })
  return (await Promise.all(answers)).every(Boolean)
}

/**
 * The funnel of the visits that `filter` leaves, as far as it may be shown: null where these are too few, or tell of too
 * few by what they leave out (decision 0090). Stages come in the order of the journey, groups and problems by how many visits they have.
 */
export const readFunnel = async (
  db: TenantDb,
  filter: FunnelFilter,
  by: Dimension,
): Promise<Funnel | null> => {
  const [mayBeShown, sums, groups, problems] = await Promise.all([
    mayBeToldApart(db, filter),
    sumStages(db, filter),
    sumGroups(db, filter, by),
    sumProblems(db, filter),
  ])
  const whole = sums.find(({ stage }) => stage === 'visit')
  if (!whole || whole.entered < smallestGroup || !mayBeShown) return null
  const named = problems.filter(({ visits }) => visits >= smallestGroup)
  return {
    whole: stageOf(whole),
    stages: sums
      .filter(({ stage }) => stage !== 'visit')
      .toSorted((a, b) => place(a.stage) - place(b.stage))
      .map(stageOf),
    groups: groupsOf(groups),
    problems: named.toSorted((a, b) => b.visits - a.visits),
    rareProblems: problems.length - named.length,
  }
}
