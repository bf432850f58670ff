import { bareClient } from './client.ts'
import type { PrismaClient } from './generated/client.ts'

/** Who works in the console belongs to the installation: a member may serve several tenants. */
export type StaffTables = Pick<
  PrismaClient,
  | 'staffMember'
  | 'staffMembership'
  | 'staffPasskey'
  | 'staffRecoveryCode'
  | 'staffSession'
  | 'staffSignIn'
  | 'staffSso'
>

export const staffTables = (): StaffTables => bareClient()

type HouseTables = Pick<PrismaClient, 'houseKey'>

export const houseTables = (): HouseTables => bareClient()

/** Makes what every process needs and only one may make: one after the other, in one transaction each. */
export const inHouseTurn = <T>(work: (tables: HouseTables) => Promise<T>): Promise<T> =>
  bareClient().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('house', 0))`
    return work(tx as unknown as HouseTables)
  })
