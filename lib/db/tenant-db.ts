import type { TenantId } from '#lib/kit/ids.ts'
import { Latest } from '#lib/kit/latest.ts'
import { bareClient } from './client.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'

type Args = { where?: Record<string, unknown>; data?: unknown; create?: unknown; update?: unknown }

const shared = new Set([
  'HouseKey',
  'Institution',
  'StaffMember',
  'StaffPasskey',
  'StaffRecoveryCode',
  'StaffSession',
  'StaffSignIn',
  'Tenant',
  'TurnCount',
])
const withData = new Set(['create', 'createMany', 'createManyAndReturn'])

const stamp = (data: unknown, tenantId: string): unknown =>
  Array.isArray(data) ? data.map((row) => ({ ...row, tenantId })) : { ...(data as object), tenantId }

/** Adds the tenant to what is asked or written, whatever the caller gave. */
export const scopeArgs = (operation: string, args: Args, tenantId: string): Args => {
  if (withData.has(operation)) return { ...args, data: stamp(args.data, tenantId) }
  const scoped: Args = { ...args, where: { ...args.where, tenantId } }
  if (operation === 'upsert') scoped.create = stamp(args.create, tenantId)
  return scoped
}

const scopeClient = (client: PrismaClient, tenantId: string) =>
  client.$extends({
    name: 'tenant-scope',
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) => {
          if (shared.has(model)) throw new Error(`${model} is not a tenant’s: read it through its own room`)
          return query(scopeArgs(operation, args as Args, tenantId) as never)
        },
      },
    },
  }) as unknown as PrismaClient

/** What a store may do: every model but the shared ones, and parameterised SQL that must name the tenant itself. */
export type Tables = Omit<
  Prisma.TransactionClient,
  | 'tenant'
  | 'institution'
  | 'turnCount'
  | 'houseKey'
  | 'staffMember'
  | 'staffPasskey'
  | 'staffRecoveryCode'
  | 'staffSession'
  | 'staffSignIn'
  | '$queryRawUnsafe'
  | '$executeRawUnsafe'
  | '$executeRaw'
  | '$queryRaw'
> &
  Pick<Prisma.TransactionClient, '$queryRaw' | '$executeRaw'>

/** Law 4: a database that can only see one tenant. `inTransaction` says whether a transaction is already open. */
export type TenantDb = {
  readonly tenantId: TenantId
  readonly tables: Tables
  readonly isTransaction: boolean
}

/** Each holds some tens of kilobytes once it was asked something. */
const kept = new Latest<TenantDb>(500)

/** The database as seen by `tenantId`. The id must come from a credential or a resource, never from a request's words. */
export const tenantDb = (tenantId: TenantId): TenantDb => {
  const known = kept.get(tenantId)
  if (known) return known
  const db: TenantDb = { tenantId, tables: scopeClient(bareClient(), tenantId), isTransaction: false }
  kept.set(tenantId, db)
  return db
}

/** Runs `work` in one transaction (read committed); joins the one that is open. A throw rolls everything back. */
export const inTransaction = async <T>(db: TenantDb, work: (tx: TenantDb) => Promise<T>): Promise<T> => {
  if (db.isTransaction) return work(db)
  const client = db.tables as unknown as PrismaClient
  return client.$transaction((tables) => work({ tenantId: db.tenantId, tables, isTransaction: true }), {
    maxWait: 5_000,
    timeout: 15_000,
  })
}
