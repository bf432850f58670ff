import type { ReactNode } from 'react'
import { readBrandForm, type Sent } from '#lib/console/brand-form.ts'
import { readPolicyForm } from '#lib/console/policy-form.ts'
import type { DraftDocuments, DraftKind } from '#lib/tenants/draft.ts'
import { BrandForm } from '../[tenantSlug]/brand/brand-form.tsx'
import { LogoForms } from '../[tenantSlug]/brand/logo-forms.tsx'
import { PolicyForm } from '../[tenantSlug]/policy/policy-form.tsx'
import type { StudioView } from './studio.ts'

type Kind<K extends DraftKind> = {
  readonly place: 'brand' | 'flow'
  readonly read: (form: Sent) => DraftDocuments[K]
  readonly form: (view: StudioView<K>) => ReactNode
  /** What stands beside the form and is sent with it. */
  readonly beside: (view: StudioView<K>) => ReactNode
}

/** What is different between the page of a look and the page of a policy. */
export const studioKinds: { readonly [K in DraftKind]: Kind<K> } = {
  brand: {
    place: 'brand',
    read: readBrandForm,
    form: (view) => <BrandForm view={view} />,
    beside: (view) => <LogoForms view={view} />,
  },
  policy: {
    place: 'flow',
    read: readPolicyForm,
    form: (view) => <PolicyForm view={view} />,
    beside: () => null,
  },
}
