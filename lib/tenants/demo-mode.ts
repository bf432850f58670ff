import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { FlowPolicy } from './flow-policy.ts'

type Asking = Pick<FlowPolicy, 'demoMode'>

/** Who asks for a demo: whoever wrote the address, or the tenant by a link that it made as a test. */
export type DemoWish = { readonly byAddress: boolean; readonly byLink: boolean }

/** True where every visit is a demo, whatever is asked for. */
export const isAlwaysDemo = ({ demoMode }: Asking): boolean => demoMode === 'always'

/**
 * Whether a visit is a demo. Refused, and not opened as a real one, where an address asks for what it may not: whoever
 * is trying out would type what they made up into the page of a real bank.
 */
export const demoOf = (policy: Asking, { byAddress, byLink }: DemoWish): Outcome<boolean, 'demo_off'> => {
  if (isAlwaysDemo(policy) || byLink) return succeeded(true)
  if (byAddress && policy.demoMode === 'links') return failed('demo_off')
  return succeeded(byAddress)
}
