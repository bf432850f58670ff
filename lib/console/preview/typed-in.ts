import { readBrandForm, type Sent } from '../brand-form.ts'
import { readPolicyForm } from '../policy-form.ts'
import type { Typed } from './prepare.ts'

/** What a form of the console holds of a look or of a policy; the other is as it is saved. */
export const typedIn = (form: Sent): Typed => {
  if (form.get('kind') === 'brand') return { brand: readBrandForm(form) }
  return form.get('kind') === 'policy' ? { policy: readPolicyForm(form) } : {}
}
