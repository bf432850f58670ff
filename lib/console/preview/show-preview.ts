import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type FrontDoor, outlineOf } from '#lib/flow/front-door.ts'
import type { Flash, Frame, StepView } from '#lib/flow/view.ts'
import { displayName } from '#lib/institutions/institution.ts'
import { searchInstitutions } from '#lib/institutions/institution-store.ts'
import { getRoutes } from '#lib/institutions/route-store.ts'
import { placeOf, previousStep } from '#lib/journey/journey.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import type { ErrorCode } from '#lib/kit/errors.ts'
import type { Brand } from '#lib/tenants/brand.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { paintBrand } from '#lib/tenants/paint-brand.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { type PreviewPlace, type PreviewWish, previewPlaces, type StepPlace } from './preview-scene.ts'
import { type Sample, sampleView } from './sample-views.ts'
import { sampleVisit } from './sample-visit.ts'

/** What is looked at. It need not be published, nor saved. */
export type Prepared = {
  readonly db: TenantDb
  readonly slug: string
  readonly brand: Brand
  readonly policy: FlowPolicy
}

export type Preview = { readonly theme: 'light' | 'dark' } & (
  | { readonly kind: 'front'; readonly door: FrontDoor }
  | { readonly kind: 'step'; readonly frame: Frame; readonly view: StepView }
  | {
      readonly kind: 'problem'
      readonly code: ErrorCode
      readonly brand: PaintedBrand
      readonly language: 'en' | 'fr'
    }
)

/** Its id says what it looks like, for it may key caches: never two looks under one. */
const painted = (brand: Brand): PaintedBrand => {
  const print = Buffer.from(sha256(JSON.stringify(brand))).toString('hex')
  return paintBrand({ ...brand, id: `preview-${print}` })
}

const flashes: Partial<Record<PreviewPlace, Flash>> = {
  identity_missing: { errors: [{ field: 'fullName', code: 'name_missing' }], values: {} },
  verify_wrong: { errors: [{ field: 'code', code: 'code_wrong', values: { triesLeft: 3 } }], values: {} },
}

const listedBy = async (db: TenantDb, policy: FlowPolicy, language: 'en' | 'fr') =>
  searchInstitutions({
    query: '',
    language,
    listing: { rules: policy.institutionRules, isDemo: false, routes: await getRoutes(db) },
    healthOf: () => null,
    limit: 24,
  })

/** Stands for the bank where the policy shows none that is ready. */
const anyBank = (language: 'en' | 'fr'): Sample['bank'] => ({
  id: 1,
  name: displayName({ nameEn: 'Northern Bank', nameFr: 'Banque du Nord' }, language),
  monogram: 'NB',
  hue: 210,
  country: 'CA',
  state: 'ready',
  backInMinutes: null,
  isTest: false,
})

const frameOf = (sample: Sample, place: StepPlace): Frame => {
  const { brand, policy, language } = sample
  const { step } = previewPlaces[place]
  const visit = sampleVisit(policy, step)
  return {
    sessionId: 'preview',
    reference: '7K2M-Q4XA',
    step,
    brand,
    language,
    languages: policy.languages,
    isDemo: false,
    embed: null,
    isReturning: policy.returnUrls.length > 0,
    back: previousStep(visit, step),
    place: placeOf(visit, step),
    flash: flashes[place] ?? null,
    time: null,
    seen: '',
    isBankFixed: false,
    bankOpens: 'here',
  }
}

const doorOf = ({ db, slug }: Prepared, { brand, policy, language }: Sample): FrontDoor => ({
  db,
  slug,
  brandId: brand.id,
  brand,
  policy,
  language,
  isDemo: false,
  tag: null,
  returnUrl: policy.returnUrls[0] ?? null,
  device: null,
  outline: outlineOf(policy),
})

const isStepPlace = (place: PreviewPlace): place is StepPlace => previewPlaces[place].kind === 'step'

/** A page of the journey as it would be, from what is being prepared and the data of nobody. */
export const showPreview = async (prepared: Prepared, wish: PreviewWish): Promise<Preview> => {
  const { language, theme, place, who } = wish
  const policy = wish.preset ? { ...prepared.policy, preset: wish.preset } : prepared.policy
  const brand = painted(prepared.brand)
  if (!isStepPlace(place) && place !== 'front')
    return { kind: 'problem', code: previewPlaces[place].code, brand, language, theme }
  const listed = await listedBy(prepared.db, policy, language)
  const bank = listed.rows.find(({ state }) => state === 'ready') ?? anyBank(language)
  const sample: Sample = { brand, policy, language, listed, bank, who }
  if (!isStepPlace(place)) return { kind: 'front', door: doorOf(prepared, sample), theme }
  return { kind: 'step', frame: frameOf(sample, place), view: sampleView(place, sample), theme }
}
