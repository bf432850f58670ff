import { brandColours } from '#lib/tenants/brand-colours.ts'
import type { BrandDraft } from '#lib/tenants/brand-draft.ts'
import type { Flaw } from '#lib/tenants/flaw.ts'
import { paintTones } from '#lib/tenants/paint-tones.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { measuredPairs } from '#lib/tenants/tone-pairs.ts'
import { flawText } from '../../_studio/flaw-text.ts'
import { type StudioView, studioForm } from '../../_studio/studio.ts'
import { Table } from '../../_ui/table.tsx'

type Scheme = 'light' | 'dark'
type Props = { readonly view: StudioView<'brand'> }

const paletteOf = (draft: BrandDraft, scheme: Scheme) => {
  const names = brandColours[scheme]
  const chosen = {
    primary: draft[names.primary],
    accent: draft[names.accent],
    surface: draft[names.surface],
    text: draft[names.text],
  }
  return Object.values(chosen).every((hex) => /^#[0-9a-f]{6}$/.test(hex)) ? chosen : null
}

const Failing = ({ view, flaw }: Props & { flaw: Flaw }) => {
  const { t } = view
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2 last:border-none">
      <span className="min-w-0 text-small">
        <strong className="block">{t(`console.brand.fields.${flaw.field as 'primary'}`)}</strong>
        {flawText(flaw, t)}
      </span>
      <button
        className="inline-flex min-h-11 items-center rounded-brand border border-control px-4 text-small font-semibold hover:bg-raised"
        form={studioForm}
        name="act"
        type="submit"
        value={`mend:${flaw.field}`}
      >
        {t('console.brand.mend', { to: String(flaw.values?.to ?? '') })}
      </button>
    </li>
  )
}

/** Every pair that meets on a page, as it will be painted. */
const Pairs = ({ view, scheme }: Props & { scheme: Scheme }) => {
  const { t, document } = view
  const palette = paletteOf(document, scheme)
  if (!palette) return null
  const tones: PaintedBrand['light'] = paintTones(palette).tones
  const title = t('console.brand.pairs', { scheme: t(`console.preview.themes.${scheme}`) })
  return (
    <details className="mt-3">
      <summary className="w-fit py-3 text-small font-semibold">{title}</summary>
      <Table
        caption={title}
        columns={[
          {
            key: 'pair',
            label: t('console.brand.pair'),
            kind: 'name',
            cell: ({ front, back }) =>
              t('console.brand.pairOf', {
                front: t(`console.brand.tones.${front}`),
                back: t(`console.brand.tones.${back}`),
              }),
          },
          {
            key: 'needed',
            label: t('console.brand.needed'),
            kind: 'number',
            cell: ({ needed }) => t('console.brand.measure', { ratio: needed }),
          },
          {
            key: 'ratio',
            label: t('console.brand.measured'),
            kind: 'number',
            cell: ({ ratio }) => t('console.brand.measure', { ratio }),
          },
        ]}
        keyOf={({ front, back }) => `${front} ${back}`}
        rows={measuredPairs(tones)}
      />
    </details>
  )
}

/** What the colours measure (O5), renewed while one types, and one click for each that fails. */
export const Contrast = ({ view }: Props) => {
  const { flaws, t } = view
  const failing = flaws.filter(({ code }) => code === 'contrast')
  return (
    <div data-part="contrast">
      <h3 className="font-semibold">{t('console.brand.contrast')}</h3>
      {failing.length === 0 ? (
        <p className="text-small text-muted">{t('console.brand.contrastFine')}</p>
      ) : (
        <ul>
          {failing.map((flaw) => (
            <Failing flaw={flaw} key={flaw.field} view={view} />
          ))}
        </ul>
      )}
      <Pairs scheme="light" view={view} />
      <Pairs scheme="dark" view={view} />
    </div>
  )
}
