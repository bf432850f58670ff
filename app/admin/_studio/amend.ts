import type { Sent } from '#lib/console/brand-form.ts'
import type { Desk } from '#lib/console/desk.ts'
import { proposeFromSite } from '#lib/console/propose-from-site.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { colourFields } from '#lib/tenants/brand-colours.ts'
import type { BrandDraft } from '#lib/tenants/brand-draft.ts'
import { flawsOfBrand } from '#lib/tenants/brand-flaws.ts'
import type { DraftDocuments, DraftKind } from '#lib/tenants/draft.ts'
import { proposeTheme } from '#lib/tenants/propose-theme.ts'
import type { Refusal } from './studio.ts'

/** The nearest colour that passes, in place of the one that does not. */
const mended = (draft: BrandDraft, field: string): BrandDraft => {
  const flaw = flawsOfBrand(draft).find((one) => one.field === field && one.code === 'contrast')
  const name = colourFields.find((one) => one === field)
  return flaw && name ? { ...draft, [name]: String(flaw.values?.to ?? draft[name]) } : draft
}

const themed = (draft: BrandDraft, typed: string): Outcome<BrandDraft, Refusal> => {
  const hex = /^#?([0-9a-f]{6})$/i.exec(typed.trim())?.[1]
  return hex ? succeeded({ ...draft, ...proposeTheme(`#${hex.toLowerCase()}`) }) : failed('colour')
}

const amendBrand = async (
  desk: Desk,
  draft: BrandDraft,
  form: Sent,
): Promise<Outcome<BrandDraft, Refusal>> => {
  const act = form.get('act')
  if (act.startsWith('mend:')) return succeeded(mended(draft, act.slice('mend:'.length)))
  if (act === 'colour') return themed(draft, form.get('from.colour'))
  if (act !== 'site') return succeeded(draft)
  const proposed = await proposeFromSite(desk, form.get('from.site'))
  return proposed.ok ? succeeded({ ...draft, ...proposed.value }) : proposed
}

/** What was typed, with what the pressed button adds to it. */
export const amend = async <K extends DraftKind>(
  desk: Desk,
  kind: K,
  { typed, form }: { readonly typed: DraftDocuments[K]; readonly form: Sent },
): Promise<Outcome<DraftDocuments[K], Refusal>> =>
  kind === 'policy'
    ? succeeded(typed)
    : ((await amendBrand(desk, typed as BrandDraft, form)) as Outcome<DraftDocuments[K], Refusal>)
