import { brandColours, type ColourField } from '#lib/tenants/brand-colours.ts'
import type { BrandDraft } from '#lib/tenants/brand-draft.ts'
import { fieldId } from '../../../_ui/field.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { Field } from '../../_ui/field.tsx'

type Props = { readonly view: StudioView<'brand'> }

const isHex = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

const Colour = ({ view, name }: Props & { name: ColourField }) => {
  const { t, document, flaws } = view
  const value = (document as BrandDraft)[name]
  const label = t(`console.brand.fields.${name}`)
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <Field
          defaultValue={value}
          error={errorAt(flaws, name, t)}
          errorPrefix={t('frame.error')}
          label={label}
          maxLength={20}
          name={name}
          spellCheck={false}
        />
      </div>
      <input
        aria-label={t('console.brand.pick', { label })}
        className="mt-7 h-11 w-14 flex-none rounded-brand border border-control bg-surface p-1"
        data-picks={fieldId(name)}
        defaultValue={isHex(value) ? value : '#000000'}
        hidden
        type="color"
      />
    </div>
  )
}

/** The colours of both schemes. */
export const ColourFields = ({ view }: Props) => (
  <div className="grid grid-cols-pair gap-6">
    {(['light', 'dark'] as const).map((scheme) => (
      <fieldset className="grid content-start gap-4" key={scheme}>
        <legend className="mb-3 font-semibold">{view.t(`console.preview.themes.${scheme}`)}</legend>
        {Object.values(brandColours[scheme]).map((name) => (
          <Colour key={name} name={name} view={view} />
        ))}
      </fieldset>
    ))}
  </div>
)
