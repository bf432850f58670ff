import { type Sql, sql } from '#lib/db/sql.ts'

/** A column that `seal` fills. `row` is what its place calls the row, in SQL over `t`; `tenantColumn` names whose it is. */
export type SealedColumn = {
  readonly table: string
  readonly column: string
  readonly row: Sql
  readonly tenantColumn: 'tenantId' | 'id'
}

const inTable = (table: string, columns: readonly string[], row: Sql = sql`t.id::text`): SealedColumn[] =>
  columns.map((column) => ({ table, column, row, tenantColumn: table === 'Tenant' ? 'id' : 'tenantId' }))

/** Every column of a tenant's that holds a blob (law test): what a new data key has to seal anew. */
export const sealedColumns: readonly SealedColumn[] = [
  ...inTable('Tenant', ['returnSigningSecretSealed']),
  ...inTable('InstitutionRoute', ['settingsSealed']),
  ...inTable('Link', ['prefillSealed']),
  ...inTable('LinkBatchRow', ['cellsSealed'], sql`t."batchId" || ' ' || t.line`),
  ...inTable('Session', ['flashSealed']),
  ...inTable('IdentityClaim', ['detailsSealed']),
  ...inTable('HolderCheck', ['scoresSealed']),
  ...inTable('Attempt', ['pendingSealed', 'stateSealed', 'challengesSealed']),
  ...inTable('Connection', ['loginSealed', 'grantSealed']),
  ...inTable('HandedFile', ['contentSealed']),
  ...inTable('Account', ['detailsSealed']),
  ...inTable('TransactionPage', ['pageSealed'], sql`t."accountId" || '|' || t.month`),
  ...inTable('OutboxEvent', ['payloadSealed']),
  ...inTable('WebhookEndpoint', ['secretSealed', 'formerSecretSealed']),
  ...inTable('WebhookTry', ['answerSealed'], sql`t."deliveryId"`),
  ...inTable('IdempotentAnswer', ['answerSealed'], sql`encode(t."keyHash", 'hex')`),
  ...inTable('StaffSso', ['clientSecretSealed'], sql`t."tenantId"`),
  ...inTable('StaffProvision', ['profileSealed'], sql`t."memberId"`),
]
