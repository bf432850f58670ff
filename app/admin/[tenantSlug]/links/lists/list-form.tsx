import type { Translate } from '#lib/kit/i18n.ts'
import { type CsvFlaw, mostLinkRows } from '#lib/links/read-link-csv.ts'
import { Button } from '../../../_ui/button.tsx'
import { Field, FieldFrame } from '../../../_ui/field.tsx'
import { Select } from '../../../_ui/filters.tsx'
import { DaysSelect } from '../days-select.tsx'

type Props = { readonly path: string; readonly flaw: CsvFlaw | null; readonly t: Translate }

const FileField = ({ flaw, t }: Omit<Props, 'path'>) => (
  <FieldFrame
    error={flaw ? t(`console.lists.fileFlaws.${flaw}`, { most: mostLinkRows }) : undefined}
    errorPrefix={t('console.links.error')}
    hint={t('console.lists.fileHint')}
    label={t('console.lists.file')}
    name="file"
  >
    <input
      accept=".csv,text/csv"
      aria-describedby={flaw ? 'f-file-hint f-file-error' : 'f-file-hint'}
      aria-invalid={flaw ? true : undefined}
      className="mt-1.5 block min-h-11 w-full py-2 text-small"
      id="f-file"
      name="file"
      required
      type="file"
    />
  </FieldFrame>
)

/** A file of persons, and what is to become of them. Nothing is made before it was looked through. */
export const ListForm = ({ path, flaw, t }: Props) => (
  <form action={path} encType="multipart/form-data" method="post">
    <div className="level grid grid-cols-pair gap-4">
      <FileField flaw={flaw} t={t} />
      <Field
        hint={t('console.lists.labelHint')}
        label={t('console.lists.label')}
        maxLength={80}
        name="label"
      />
      <DaysSelect t={t} />
      <Select
        choices={[
          { value: 'yes', label: t('console.lists.mailed') },
          { value: 'no', label: t('console.lists.notMailed') },
        ]}
        label={t('console.lists.delivery')}
        name="mailed"
        value="yes"
      />
      <Select
        choices={(['live', 'demo'] as const).map((value) => ({ value, label: t(`console.modes.${value}`) }))}
        label={t('console.modes.name')}
        name="mode"
        value="live"
      />
    </div>
    <div className="mt-5">
      <Button>{t('console.lists.check')}</Button>
    </div>
  </form>
)
