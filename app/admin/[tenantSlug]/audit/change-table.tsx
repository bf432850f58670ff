import type { Change } from '#lib/console/audit/find-changes.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { Instant } from '../../_ui/instant.tsx'
import { pageOfId } from '../../_ui/navigation.ts'
import { Table } from '../../_ui/table.tsx'
import { Told } from '../../_ui/told.tsx'
import { actorWords } from './actor-words.ts'
import { actionWords, fieldWords } from './change-words.ts'
import { valueWords } from './value-words.ts'

type Props = {
  readonly changes: readonly Change[]
  readonly slug: string
  readonly language: Language
  readonly t: Translate
}

type FieldsProps = Pick<Change, 'action' | 'fields'> & Pick<Props, 'language' | 't'>

/** Every field with what it was and what it became; where it was nothing, only what it became. */
const Fields = ({ action, fields, language, t }: FieldsProps) => (
  <dl className="grid gap-1.5">
    {fields.map(({ field, before, after }) => (
      <div key={field}>
        <dt className="text-muted">
          <Told code={field} words={fieldWords(action, field, t)} />
        </dt>
        {before && (
          <dd>
            <span className="text-muted">{t('console.audit.before')}</span>{' '}
            {valueWords(action, field, { value: before, language, t })}
          </dd>
        )}
        {after !== null && (
          <dd>
            {before && <span className="text-muted">{t('console.audit.after')}</span>}{' '}
            {valueWords(action, field, { value: after, language, t })}
          </dd>
        )}
      </div>
    ))}
  </dl>
)

/** What it was done to, as the way there where it has a page. */
const Subject = ({ slug, subject }: { readonly slug: string; readonly subject: string }) => {
  const href = pageOfId(slug, subject)
  return href ? (
    <a className="break-all" href={href}>
      {subject}
    </a>
  ) : (
    <span className="break-all">{subject}</span>
  )
}

export const ChangeTable = ({ changes, slug, language, t }: Props) => (
  <Table
    caption={t('console.sections.audit')}
    columns={[
      { key: 'n', label: t('console.audit.number'), kind: 'ordinal', cell: ({ sequence }) => sequence },
      {
        key: 'at',
        label: t('console.audit.at'),
        cell: ({ at }) => <Instant at={at} language={language} />,
      },
      {
        key: 'who',
        label: t('console.audit.who'),
        cell: ({ who }) => (
          <div className="md:min-w-40">
            <Told code={who} words={actorWords(who, t)} />
          </div>
        ),
      },
      {
        key: 'what',
        label: t('console.audit.action'),
        cell: ({ action }) => <Told code={action} words={actionWords(action, t)} />,
      },
      {
        key: 'on',
        label: t('console.audit.subject'),
        cell: ({ subject }) => <Subject slug={slug} subject={subject} />,
      },
      {
        key: 'fields',
        label: t('console.audit.change'),
        isWide: true,
        cell: ({ action, fields }) => fields.length > 0 && <Fields {...{ action, fields, language, t }} />,
      },
    ]}
    keyOf={({ sequence }) => String(sequence)}
    rows={changes}
  />
)
