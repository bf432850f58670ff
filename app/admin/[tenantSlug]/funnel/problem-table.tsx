import type { Funnel } from '#lib/funnel/read-funnel.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { Table } from '../../_ui/table.tsx'
import { numberText, problemName, shareText } from './funnel-words.ts'

type Props = { readonly funnel: Funnel; readonly language: Language; readonly t: Translate }

const mostShown = 15

/** What was most often in the way, in the words that people read. */
export const ProblemTable = ({ funnel, language, t }: Props) => (
  <>
    {funnel.problems.length === 0 ? (
      <p className="text-small">{t('console.funnel.noProblems')}</p>
    ) : (
      <Table
        caption={t('console.funnel.problems')}
        columns={[
          {
            key: 'problem',
            label: t('console.funnel.problem'),
            kind: 'name',
            cell: ({ problem }) => (
              <span className="block first-letter:uppercase">{problemName(problem, t)}</span>
            ),
          },
          {
            key: 'stage',
            label: t('console.funnel.stage'),
            cell: ({ stage }) => t(`console.steps.${stage}`),
          },
          {
            key: 'visits',
            label: t('console.funnel.visits'),
            kind: 'number',
            cell: ({ visits }) =>
              `${numberText(visits, language)} (${shareText(visits, funnel.whole.entered ?? 0, language)})`,
          },
        ]}
        keyOf={({ stage, problem }) => `${stage} ${problem}`}
        rows={funnel.problems.slice(0, mostShown)}
      />
    )}
    {funnel.rareProblems > 0 && (
      <p className="mt-2 text-small text-muted">{t('console.funnel.rare', { count: funnel.rareProblems })}</p>
    )}
  </>
)
