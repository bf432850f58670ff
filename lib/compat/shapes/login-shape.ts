import type { ConnectionRow } from '#lib/connections/connection-store.ts'
import { openLogin } from '#lib/connections/link-connection.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Institution } from '#lib/institutions/institution.ts'

/** An instant without offset, in UTC, with six digits of a second; unset is the first instant of year one (A13). */
export const dialectInstant = (at: Date | null): string =>
  at === null ? '0001-01-01T00:00:00' : at.toISOString().replace(/Z$/, '000')

export const toLogin = async (db: TenantDb, connection: ConnectionRow) => ({
  Username: (await openLogin(db, connection)).username,
  IsScheduledRefresh: connection.isRefreshedNightly,
  LastRefresh: dialectInstant(connection.refreshedAt),
  Type: connection.isBusiness ? 'Business' : 'Personal',
  Id: connection.loginId,
})

/** How answers name an institution; clients read one or the other. */
export const toInstitutionNames = (institution: Institution | null) => ({
  InstitutionName: institution?.upstreamKey ?? null,
  InstitutionId: institution?.id ?? null,
  Institution: institution?.upstreamKey ?? null,
})
