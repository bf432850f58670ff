import type { Translate } from '#lib/kit/i18n.ts'
import type { Change } from '#lib/tenants/difference.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import { Table } from '../_ui/table.tsx'
import { changeLabel } from './change-label.ts'
import { changeValue } from './change-value.ts'

type Props = {
  readonly caption: string
  readonly kind: DraftKind
  readonly rows: readonly Change[]
  readonly t: Translate
}

/** What differs, field by field, said as the form says it. */
export const DifferenceTable = ({ caption, kind, rows, t }: Props) => (
  <Table
    caption={caption}
    columns={[
      {
        key: 'field',
        label: t('console.conflict.field'),
        kind: 'name',
        cell: ({ field }) => changeLabel(kind, field, t),
      },
      {
        key: 'before',
        label: t('console.studio.before'),
        cell: ({ field, before }) => changeValue(kind, field, before, t),
      },
      {
        key: 'after',
        label: t('console.studio.after'),
        cell: ({ field, after }) => changeValue(kind, field, after, t),
      },
    ]}
    keyOf={({ field }) => field}
    rows={rows}
  />
)
