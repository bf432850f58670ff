import {
  type ConnectionFilter,
  type ConnectionRow,
  listConnections,
} from '#lib/connections/connection-store.ts'
import { type FaultCode, faults } from '#lib/connectors/faults.ts'
import { statusOf } from '#lib/consents/consent.ts'
import { type ConsentRow, findConsents } from '#lib/consents/consent-store.ts'
import { type PurposeId, purposeIdsOf } from '#lib/consents/purposes.ts'
import type { TenantDb } from '#lib/db/tenant-db.ts'
import type { Institution } from '#lib/institutions/institution.ts'
import { findInstitution } from '#lib/institutions/institution-store.ts'
import type { Look } from '#lib/kit/look.ts'

/** Why a connection can no longer be read until somebody acts: a fault of the bank, or the end of its consent. */
export type Attention = FaultCode | 'degraded' | 'consent_withdrawn' | 'consent_expired'

export type ConnectionRecord = {
  readonly connection: ConnectionRow
  readonly status: 'active' | 'needs_attention' | 'revoked'
  /** Set exactly while it needs attention. */
  readonly attention: Attention | null
  readonly institution: Institution | null
  /** For what the data of each scope may be used (CA6). */
  readonly purposes: readonly PurposeId[]
}

/** What passes by itself is tried again and is nobody's business. */
const isLasting = (code: FaultCode): boolean => faults[code].retry !== 'later'
export const lastingFaults = (Object.keys(faults) as FaultCode[]).filter(isLasting)

const attentionOf = (
  connection: ConnectionRow,
  consent: ConsentRow | undefined,
  now: Date,
): Attention | null => {
  if (connection.status === 'revoked') return null
  const standing = consent && statusOf(consent, now)
  if (standing === 'withdrawn' || standing === 'expired') return `consent_${standing}`
  const fault = lastingFaults.find((code) => code === (connection.refreshFault ?? connection.fetchFault))
  return fault ?? (connection.status === 'degraded' ? 'degraded' : null)
}

const toRecord = async (
  connection: ConnectionRow,
  consent: ConsentRow | undefined,
  now: Date,
): Promise<ConnectionRecord> => {
  const attention = attentionOf(connection, consent, now)
  const status = connection.status === 'revoked' ? 'revoked' : attention ? 'needs_attention' : 'active'
  const purposes = consent ? purposeIdsOf(consent) : []
  const institution = await findInstitution(connection.institutionId)
  return { connection, status, attention, institution, purposes }
}

type Asked = Omit<ConnectionFilter, 'attention'> & { readonly now: Date; readonly needsAttention?: boolean }

/** Connections as their tenant sees them, newest first. */
export const listConnectionRecords = async (
  db: TenantDb,
  { now, needsAttention, ...filter }: Asked,
): Promise<Look<ConnectionRecord>> => {
  const attention = needsAttention ? { faults: lastingFaults, now } : undefined
  const { rows, lookedTo } = await listConnections(db, { ...filter, attention })
  const consents = await findConsents(
    db,
    rows.map(({ consentId }) => consentId),
  )
  const records = await Promise.all(
    rows.map((row) =>
      toRecord(
        row,
        consents.find(({ id }) => id === row.consentId),
        now,
      ),
    ),
  )
  return { rows: records, lookedTo }
}

export const findConnectionRecord = async (
  db: TenantDb,
  asked: { readonly id: string; readonly isTestOnly: boolean; readonly now: Date },
): Promise<ConnectionRecord | null> =>
  (await listConnectionRecords(db, { ...asked, limit: 1 })).rows[0] ?? null
