import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type FrontDoor, outlineOf } from '#lib/flow/front-door.ts'
import type { Frame, StepView } from '#lib/flow/view.ts'
import { searchInstitutions } from '#lib/institutions/institution-store.ts'
import { getRoutes } from '#lib/institutions/route-store.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import type { Brand } from '#lib/tenants/brand.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import { paintBrand } from '#lib/tenants/paint-brand.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { anyBank } from './any-bank.ts'
import type { PreviewWish } from './preview-scene.ts'
import type { ProblemWords } from './problem-places.ts'
import type { Sample } from './sample.ts'
import { sampleFrame } from './sample-frame.ts'
import { samplePerson } from './sample-people.ts'
import { sampleView } from './sample-views.ts'

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
      readonly words: ProblemWords
      readonly brand: PaintedBrand
      readonly language: 'en' | 'fr'
    }
)

/** Its id says what it looks like, for it may key caches: never two looks under one. */
const painted = (brand: Brand): PaintedBrand => {
  const print = Buffer.from(sha256(JSON.stringify(brand))).toString('hex')
  return paintBrand({ ...brand, id: `preview-${print}` })
}

const listedBy = async (db: TenantDb, policy: FlowPolicy, language: 'en' | 'fr') =>
  searchInstitutions({
    query: '',
    language,
    listing: { rules: policy.institutionRules, isDemo: false, routes: await getRoutes(db) },
    healthOf: () => null,
    limit: 24,
  })

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

/** A page of the journey as it would be, from what is being prepared and the data of nobody. */
export const showPreview = async (prepared: Prepared, wish: PreviewWish): Promise<Preview> => {
  const { language, theme, place } = wish
  const policy = wish.preset ? { ...prepared.policy, preset: wish.preset } : prepared.policy
  const brand = painted(prepared.brand)
  if (place.kind === 'problem') return { kind: 'problem', words: place.words, brand, language, theme }
  const listed = await listedBy(prepared.db, policy, language)
  const bank = listed.rows.find(({ state }) => state === 'ready') ?? anyBank(language)
  const trouble = place.kind === 'step' ? place.trouble : null
  const sample: Sample = { brand, policy, language, listed, bank, who: samplePerson(wish.who), trouble }
  if (place.kind === 'front') return { kind: 'front', door: doorOf(prepared, sample), theme }
  return { kind: 'step', frame: sampleFrame(place, sample), view: sampleView(place, sample), theme }
}
