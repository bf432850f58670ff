import type { FlowPolicy } from '../../lib/tenants/flow-policy.ts'
import type { BuiltTenant } from '../../prisma/builders/a-tenant.ts'
import { addresses } from '../stack/addresses.ts'

/** A tenant of a test's own in the database of the stack, where no seeded one asks what the test is about. */
export const plantedTenant = async (policy: Partial<Omit<FlowPolicy, 'id'>>): Promise<BuiltTenant> => {
  // Read when the database is first asked: this process is none of the stack's own.
  process.env.DATABASE_URL = addresses.databaseUrl()
  const { aTenant } = await import('../../prisma/builders/a-tenant.ts')
  return aTenant({ returnUrls: [`${addresses.business()}/connected`], ...policy })
}
