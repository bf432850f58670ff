import type { Dimension } from '#lib/funnel/funnel.ts'
import type { FunnelGroup } from '#lib/funnel/read-funnel.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { Table } from '../../_ui/table.tsx'
import { groupName, numberText, shareText } from './funnel-words.ts'

type Props = {
  readonly groups: readonly FunnelGroup[]
  readonly by: Dimension
  readonly institutions: ReadonlyMap<string, string>
  readonly language: Language
  readonly t: Translate
}

/** Visits by what tells them apart, the largest group first and the small ones as one. */
export const GroupTable = ({ groups, by, institutions, language, t }: Props) => (
  <Table
    caption={t('console.funnel.groups', { by: t(`console.dimensions.${by}`) })}
    columns={[
      {
        key: 'name',
        label: t(`console.dimensions.${by}`),
        kind: 'name',
        cell: ({ value }) =>
          value === null ? t('console.funnel.together') : groupName(by, value, { institutions, t }),
      },
      {
        key: 'visits',
        label: t('console.funnel.visits'),
        kind: 'number',
        cell: ({ visits }) => numberText(visits, language),
      },
      {
        key: 'finished',
        label: t('console.funnel.finished'),
        kind: 'number',
        cell: ({ finished, visits }) =>
          `${numberText(finished, language)} (${shareText(finished, visits, language)})`,
      },
      {
        key: 'troubled',
        label: t('console.funnel.troubled'),
        kind: 'number',
        cell: ({ troubled, visits }) => shareText(troubled, visits, language),
      },
    ]}
    keyOf={({ value }) => value ?? 'together'}
    rows={groups}
  />
)
