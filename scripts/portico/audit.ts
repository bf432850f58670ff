import { type AuditQuery, findEntries } from '#lib/audit/audit-store.ts'
import { verifyAudit } from '#lib/audit/verify-audit.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import { tenantDb } from '#lib/db/tenant-db.ts'
import { listTenantIds } from '#lib/tenants/tenant-store.ts'
import { type Command, CommandError } from './command.ts'
import { anyTenantNamed } from './tenant-named.ts'

const pageSize = 1_000

const verifyOne = async (db: TenantDb, name: string): Promise<boolean> => {
  const result = await verifyAudit(db)
  console.log(
    result.ok
      ? `${name}: whole, ${result.value} entries`
      : `${name}: BROKEN at entry ${result.reason}, which is missing or was changed`,
  )
  return result.ok
}

/** One tenant, or all of them. The exit code says whether every chain is whole. */
const verify = async (slug: string | undefined): Promise<void> => {
  const ids = slug ? [(await anyTenantNamed(slug)).tenantId] : await listTenantIds()
  let isWhole = true
  for (const id of ids) isWhole = (await verifyOne(tenantDb(id), slug ?? id)) && isWhole
  if (!isWhole) process.exitCode = 1
}

/** Every entry as a line of JSON, the newest first, with its hash. */
const exportAll = async (slug: string | undefined): Promise<void> => {
  const db = await anyTenantNamed(slug)
  let query: AuditQuery = { limit: pageSize }
  for (;;) {
    const page = await findEntries(db, query)
    for (const { previousHash, entryHash, ...row } of page)
      console.log(
        JSON.stringify({
          ...row,
          previousHash: Buffer.from(previousHash).toString('hex'),
          entryHash: Buffer.from(entryHash).toString('hex'),
        }),
      )
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    query = { limit: pageSize, before: last.sequence }
  }
}

const audit: Command = {
  usage: 'verify [<tenant>] | export <tenant>',
  says: 'Walk the chain of the audit log and say whether it is whole; or print it as JSON lines.',
  run: async ([verb, slug]) => {
    if (verb === 'verify') return verify(slug)
    if (verb === 'export') return exportAll(slug)
    throw new CommandError(`audit ${audit.usage}`)
  },
}

export const auditCommands = { audit }
