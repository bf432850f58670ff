import { Prisma } from '#lib/db/generated/client.ts'

/** What grows with every visit and every change: a door that reads one of these from end to end is slow in a year. */
export const growing: readonly string[] = [
  'Account',
  'Attempt',
  'AuditEntry',
  'AuthorizeToken',
  'Connection',
  'Consent',
  'ConsentNotice',
  'DataRequest',
  'FunnelDay',
  'FunnelProblem',
  'HandedFile',
  'HolderCheck',
  'IdempotentAnswer',
  'IdentityClaim',
  'Link',
  'LinkBatch',
  'LinkBatchRow',
  'OneTimeCode',
  'OutboxEvent',
  'Session',
  'SessionEvent',
  'TransactionPage',
  'WebhookDelivery',
  'WebhookMessage',
  'WebhookTry',
]

/** What grows with the businesses, the people who work there, and what these set up: some thousands of rows. */
const small = [
  'ApiKey',
  'BrandAsset',
  'BrandVersion',
  'ClientCredential',
  'Draft',
  'FlowPolicyVersion',
  'HouseKey',
  'Institution',
  'InstitutionRoute',
  'PreviewLink',
  'StaffMember',
  'StaffMembership',
  'StaffPasskey',
  'StaffProvision',
  'StaffRecoveryCode',
  'StaffScimToken',
  'StaffSession',
  'StaffSetupLink',
  'StaffSignIn',
  'StaffSso',
  'Tenant',
  'TenantDomain',
  'TenantKey',
  'TurnCount',
  'WebhookEndpoint',
]

/** The tables of which nobody has said yet whether they grow. */
export const unsaid = (): string[] =>
  Object.keys(Prisma.ModelName).filter((name) => !growing.includes(name) && !small.includes(name))
