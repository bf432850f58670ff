import type { TenantDb } from '#lib/db/tenant-db.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import { toInstitutionNames, toLogin } from '../shapes/login-shape.ts'
import type { ReadyRequest } from './ready-request.ts'

/** What stands beside the accounts in each answer that has some. */
export const envelopeOf = async (db: TenantDb, { open, connection }: ReadyRequest) => ({
  Tag: open.request.tag,
  ...toInstitutionNames(await findInstitution(connection.institutionId)),
  Login: await toLogin(db, connection),
  RequestId: open.request.id,
})
