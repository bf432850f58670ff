import type { Translate } from '#lib/kit/i18n.ts'
import { Table } from './table.tsx'

export type ConflictRow = { readonly label: string; readonly theirs: string; readonly mine: string }

type Props = { readonly rows: readonly ConflictRow[]; readonly t: Translate }

/**
 * What stands above a form, with status 409, when somebody else saved meanwhile: both values of every field that
 * differs. The form beneath holds one's own values and the newest version, so that sending it again is a choice.
 */
export const EditConflict = ({ rows, t }: Props) => (
  <section
    className="mb-6 rounded-panel border-2 border-danger bg-danger-surface p-5"
    data-focus="first"
    role="alert"
    tabIndex={-1}
  >
    <h2 className="text-h2 font-semibold">{t('console.conflict.title')}</h2>
    <p className="mt-1 mb-4 max-w-prose text-small">{t('console.conflict.text')}</p>
    <Table
      caption={t('console.conflict.caption')}
      columns={[
        { key: 'label', label: t('console.conflict.field'), kind: 'name', cell: ({ label }) => label },
        { key: 'theirs', label: t('console.conflict.theirs'), cell: ({ theirs }) => theirs },
        { key: 'mine', label: t('console.conflict.mine'), cell: ({ mine }) => mine },
      ]}
      keyOf={({ label }) => label}
      rows={rows}
    />
  </section>
)
