import type { Change } from '#lib/console/audit/find-changes.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { Instant } from '../../_ui/instant.tsx'
import { Table } from '../../_ui/table.tsx'

type Props = { readonly changes: readonly Change[]; readonly language: Language; readonly t: Translate }

/** Every field with what it was and what it became. */
const Fields = ({ fields, t }: Pick<Change, 'fields'> & { t: Translate }) => (
  <dl className="grid gap-1.5">
    {fields.map(({ field, before, after }) => (
      <div key={field}>
        <dt className="text-muted">{field}</dt>
        {before !== null && (
          <dd>
            <span className="text-muted">{t('console.audit.before')}</span> {before}
          </dd>
        )}
        {after !== null && (
          <dd>
            {before !== null && <span className="text-muted">{t('console.audit.after')}</span>} {after}
          </dd>
        )}
      </div>
    ))}
  </dl>
)

export const ChangeTable = ({ changes, language, t }: Props) => (
  <Table
    caption={t('console.sections.audit')}
    columns={[
      { key: 'n', label: t('console.audit.number'), kind: 'name', cell: ({ sequence }) => sequence },
      {
        key: 'at',
        label: t('console.audit.at'),
        cell: ({ at }) => <Instant at={at} language={language} />,
      },
      { key: 'who', label: t('console.audit.who'), cell: ({ who }) => who },
      { key: 'what', label: t('console.audit.action'), cell: ({ action }) => action },
      { key: 'on', label: t('console.audit.subject'), cell: ({ subject }) => subject },
      {
        key: 'fields',
        label: t('console.audit.change'),
        cell: ({ fields }) => fields.length > 0 && <Fields fields={fields} t={t} />,
      },
    ]}
    keyOf={({ sequence }) => String(sequence)}
    rows={changes}
  />
)
