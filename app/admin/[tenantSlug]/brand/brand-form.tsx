import type { BrandDraft } from '#lib/tenants/brand-draft.ts'
import { Select } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { Field } from '../../_ui/field.tsx'
import { Panel } from '../../_ui/panel.tsx'
import { ColourFields } from './colour-fields.tsx'
import { Contrast } from './contrast.tsx'
import { StartFrom } from './start-from.tsx'
import { WordsFields } from './words-fields.tsx'

type Props = { readonly view: StudioView<'brand'> }
type PlainName = Exclude<keyof BrandDraft, 'copy'>

const Plain = ({ view, name, ...control }: Props & { name: PlainName; type?: string; hint?: string }) => {
  const { t, document, flaws } = view
  return (
    <Field
      {...control}
      defaultValue={document[name]}
      error={errorAt(flaws, name, t)}
      errorPrefix={t('frame.error')}
      label={t(`console.brand.fields.${name}`)}
      maxLength={500}
      name={name}
    />
  )
}

const fonts = ['source-sans', 'inter', 'fraunces', 'system'] as const

const Shape = ({ view }: Props) => {
  const { t, document, flaws } = view
  return (
    <div className="level grid grid-cols-pair gap-4">
      <Select
        choices={fonts.map((value) => ({ value, label: t(`console.brand.fonts.${value}`) }))}
        error={errorAt(flaws, 'font', t)}
        errorPrefix={t('frame.error')}
        label={t('console.brand.fields.font')}
        name="font"
        value={document.font}
      />
      <Plain hint={t('console.brand.radiusHint')} name="cornerRadius" view={view} />
    </div>
  )
}

/** All that a tenant chooses of its look, in one form. */
export const BrandForm = ({ view }: Props) => {
  const { t, document } = view
  return (
    <>
      <Panel lead={t('console.brand.nameLead')} title={t('console.brand.nameTitle')}>
        <Plain name="displayName" view={view} />
        <input name="logoPath" type="hidden" value={document.logoPath} />
        <input name="darkLogoPath" type="hidden" value={document.darkLogoPath} />
      </Panel>
      <StartFrom view={view} />
      <Panel lead={t('console.brand.colourLead')} title={t('console.brand.colourTitle')}>
        <div className="grid gap-6">
          <ColourFields view={view} />
          <Contrast view={view} />
        </div>
      </Panel>
      <Panel title={t('console.brand.shapeTitle')}>
        <Shape view={view} />
      </Panel>
      <Panel lead={t('console.brand.linksLead')} title={t('console.brand.linksTitle')}>
        <div className="grid gap-4">
          <Plain name="privacyUrl" type="url" view={view} />
          <Plain name="termsUrl" type="url" view={view} />
          <Plain name="complaintsUrl" type="url" view={view} />
          <Plain name="supportEmail" type="email" view={view} />
          <Plain name="supportPhone" type="tel" view={view} />
        </div>
      </Panel>
      <Panel lead={t('console.brand.wordsLead')} title={t('console.brand.wordsTitle')}>
        <WordsFields view={view} />
      </Panel>
    </>
  )
}
