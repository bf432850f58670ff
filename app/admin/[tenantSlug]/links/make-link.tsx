import type { OneLinkOrder } from '#lib/console/links/make-link.ts'
import type { RowFlaw } from '#lib/console/links/row-to-link.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from '../../_ui/button.tsx'
import { Field } from '../../_ui/field.tsx'
import { Select } from '../../_ui/filters.tsx'
import { Panel } from '../../_ui/panel.tsx'
import { DaysSelect } from './days-select.tsx'
import { flawWords } from './flaw-words.ts'

type Props = {
  readonly path: string
  /** What is shown again, where it could not be taken. */
  readonly typed?: OneLinkOrder
  readonly flaws: readonly RowFlaw[]
  readonly t: Translate
}

const fields = [
  { name: 'name', type: 'text' },
  { name: 'email', type: 'email' },
  { name: 'reference', type: 'text' },
  { name: 'tag', type: 'text' },
] as const

/** A link for one person: passed on by hand, or mailed at once. */
export const MakeLink = ({ path, typed, flaws, t }: Props) => (
  <Panel id="make" lead={t('console.links.personalLead')} title={t('console.links.personal')}>
    <form action={`${path}/make`} method="post" noValidate>
      <div className="level grid grid-cols-pair gap-4">
        {fields.map(({ name, type }) => {
          const flaw = flaws.find(({ column }) => column === name)
          return (
            <Field
              autoComplete="off"
              defaultValue={typed?.cells[name] ?? ''}
              error={flaw && flawWords(flaw, t)}
              errorPrefix={t('console.links.error')}
              hint={name === 'tag' ? t('console.links.tagHint') : undefined}
              key={name}
              label={t(`console.columns.${name}`)}
              maxLength={200}
              name={name}
              type={type}
            />
          )
        })}
        <Select
          any={t('console.links.anyLanguage')}
          choices={(['en', 'fr'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          label={t('console.dimensions.language')}
          name="language"
          value={typed?.cells.language}
        />
        <DaysSelect days={typed?.days} t={t} />
        <Select
          choices={(['live', 'demo'] as const).map((value) => ({
            value,
            label: t(`console.modes.${value}`),
          }))}
          id="new-mode"
          label={t('console.modes.name')}
          name="mode"
          value={typed?.isDemo ? 'demo' : 'live'}
        />
      </div>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button name="action" value="make">
          {t('console.links.make')}
        </Button>
        <Button look="secondary" name="action" value="send">
          {t('console.links.send')}
        </Button>
      </div>
    </form>
  </Panel>
)
