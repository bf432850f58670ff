import { randomUUID } from 'node:crypto'
import { sealClientSecret } from '#lib/console/sign-on/sso-client.ts'
import { insertSso, updateSso } from '#lib/staff/sso-store.ts'
import type { BuiltTenant } from './a-tenant.ts'

type Wishes = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly domain?: string
  readonly isVerified?: boolean
  readonly isRequired?: boolean
  readonly provesFactor?: boolean
}

/** A tenant's own sign-in at this provider, proven unless said otherwise. Answers the domain. */
export const aSignOn = async ({ db }: Pick<BuiltTenant, 'db'>, wishes: Wishes): Promise<string> => {
  const {
    issuer,
    clientId,
    clientSecret,
    isVerified = true,
    isRequired = false,
    provesFactor = false,
  } = wishes
  const domain = wishes.domain ?? `at-${randomUUID().slice(0, 8)}.example`
  await insertSso(db, {
    revision: randomUUID(),
    issuer,
    clientId,
    domain,
    txtRecord: `portico-verification=${randomUUID()}`,
    clientSecretSealed: await sealClientSecret(db, clientSecret),
  })
  const held = isVerified ? { heldDomain: domain, verifiedAt: new Date() } : {}
  await updateSso(db, { ...held, isRequired, provesFactor, workedAt: isRequired ? new Date() : null })
  return domain
}
