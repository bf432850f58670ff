import type { InstitutionRow } from '#lib/flow/view.ts'
import type { ShownInstitution } from '#lib/institutions/institution.ts'
import type { FlowPolicy } from '#lib/tenants/flow-policy.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import type { SamplePerson } from './sample-people.ts'
import type { Trouble } from './step-troubles.ts'

/** `listed` is the page of institutions as this policy shows it; `bank` the one that was chosen. */
export type Sample = {
  readonly brand: PaintedBrand
  readonly policy: FlowPolicy
  readonly language: 'en' | 'fr'
  readonly listed: { readonly rows: readonly ShownInstitution[]; readonly total: number }
  readonly bank: InstitutionRow
  readonly who: SamplePerson
  readonly trouble: Trouble | null
}
