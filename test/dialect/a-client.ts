import { mintClientCredential } from '#lib/tenants/client-credential.ts'
import type { NewFlowPolicy } from '#lib/tenants/flow-policy.ts'
import { setMayLinkByApi } from '#lib/tenants/tenant-store.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'

const both = (text: string) => ({ en: text, fr: text })
const required = (scope: NewFlowPolicy['scopes'][number]['scope']): NewFlowPolicy['scopes'][number] => ({
  scope,
  required: true,
  purpose: both('To test'),
  reason: both('Needed'),
})

/** Everything that can be agreed to. */
export const everyScope: NewFlowPolicy['scopes'] = [
  required('account_basics'),
  required('account_numbers'),
  required('balances'),
  required('transactions_365'),
  required('holder_contact'),
  required('statements'),
  required('ongoing_refresh'),
]

export type Client = BuiltTenant & {
  readonly customerId: string
  readonly secret: string
  readonly apiKey: string
}

/** A tenant whose server has keys and may link by API. */
export const aClient = async (policy: Partial<NewFlowPolicy> = {}): Promise<Client> => {
  const tenant = await aTenant({ scopes: everyScope, daysOfTransactions: 365, ...policy })
  await setMayLinkByApi(tenant.db, true)
  const secret = await mintClientCredential(tenant.db, 'secret')
  const apiKey = await mintClientCredential(tenant.db, 'x_api_key')
  return { ...tenant, secret, apiKey }
}
