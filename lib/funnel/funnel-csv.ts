import { csvOf } from '#lib/kit/csv.ts'
import type { Dimension } from './funnel.ts'
import type { Funnel, FunnelStage } from './read-funnel.ts'

const columns = ['section', 'name', 'visits', 'finished', 'left', 'troubled', 'median_seconds'] as const

const stageRow = (section: string, one: FunnelStage): readonly unknown[] =>
  one.entered === null
    ? [section, one.stage, 'fewer than 5', '', '', '', '']
    : [section, one.stage, one.entered, one.finished, one.left, one.troubled, one.medianSeconds]

/** What the page shows and no more, as one file: the whole, the steps, the groups and the problems. */
export const funnelCsv = (funnel: Funnel | null, by: Dimension): string =>
  csvOf(
    columns,
    funnel === null
      ? []
      : [
          stageRow('whole', funnel.whole),
          ...funnel.stages.map((one) => stageRow('step', one)),
          ...funnel.groups.map(({ value, visits, finished, troubled }) => [
            ...[by, value ?? 'small groups', visits, finished, visits - finished, troubled, ''],
          ]),
          ...funnel.problems.map(({ stage, problem, visits }) => ['problem', `${stage}: ${problem}`, visits]),
        ],
  )
