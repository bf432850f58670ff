import type { TenantDb } from '#lib/db/tenant-db.ts'
import { type Bytes, sameBytes } from '#lib/kit/crypto.ts'
import { type ConnectionId, mintGuid, mintId } from '#lib/kit/ids.ts'
import { fingerprint } from '#lib/vault/fingerprint.ts'
import { open } from '#lib/vault/open.ts'
import { seal } from '#lib/vault/seal.ts'
import { type Credentials, credentialsSchema } from './attempt-secrets.ts'
import type { AttemptRow } from './attempt-store.ts'
import type { ConnectionRow } from './connection-store.ts'
import { findConnectionByFingerprint, insertConnection, updateConnection } from './connection-store.ts'

const place = (column: string, row: string) => ({ table: 'Connection', column, row })

/**
 * Institution, username and language; the password is left out, so that changing it keeps the `loginId`. Who signed in
 * at the bank's own page is the bank's word, letter by letter, in whichever language.
 */
const loginKey = (
  institutionId: number,
  { username, language, isAtBank }: Omit<Credentials, 'password'>,
): string =>
  JSON.stringify(
    isAtBank
      ? [institutionId, 'subject', username]
      : [institutionId, username.trim().toLowerCase(), language],
  )

const secretsFor = async (tx: TenantDb, id: string, credentials: Credentials, grant: string) => ({
  loginSealed: await seal(tx, place('loginSealed', id), JSON.stringify(credentials)),
  grantSealed: await seal(tx, place('grantSealed', id), grant),
})

type Accepted = {
  readonly credentials: Credentials
  readonly grant: string
  readonly now: Date
  /** Agreed to in a visit of the demonstration. */
  readonly isDemo: boolean
  /** The connection that it is to bring back, whatever the language; else the one that this login had before counts. */
  readonly repaired?: ConnectionRow | null
}

/**
 * The lasting connection of an accepted login: the one this login had before, or a new one. Its accounts are to be
 * read again in any case. Called in the transaction that moves the attempt to `linked`.
 */
export const linkConnection = async (
  tx: TenantDb,
  attempt: AttemptRow,
  { credentials, grant, now, isDemo, repaired = null }: Accepted,
): Promise<ConnectionId> => {
  const loginFingerprint = await fingerprint(tx, 'login', loginKey(attempt.institutionId, credentials))
  const known = repaired ?? (await findConnectionByFingerprint(tx, loginFingerprint))
  const id = (known?.id as ConnectionId | undefined) ?? mintId('cnx')
  const fresh = {
    ...(await secretsFor(tx, id, credentials, grant)),
    status: 'active' as const,
    consentId: attempt.consentId,
    connectorId: attempt.connectorId,
    routeId: attempt.routeId,
    accountsFetchedAt: null,
    fetchFault: null,
    isDemo,
    linkedAt: now,
  }
  if (known) await updateConnection(tx, id, fresh)
  else {
    await insertConnection(tx, {
      id,
      loginId: mintGuid(),
      institutionId: attempt.institutionId,
      loginFingerprint,
      createdAt: now,
      ...fresh,
    })
  }
  return id
}

/** The connection that this login has already at this tenant, or null. */
export const findConnectionByLogin = async (
  db: TenantDb,
  institutionId: number,
  credentials: Credentials,
): Promise<ConnectionRow | null> =>
  findConnectionByFingerprint(db, await fingerprint(db, 'login', loginKey(institutionId, credentials)))

/** Whether this is the login of `connection`, in whichever language the person was then. Opens nothing. */
export const isLoginOf = async (
  db: TenantDb,
  { institutionId, loginFingerprint }: ConnectionRow,
  login: Omit<Credentials, 'password' | 'language'>,
): Promise<boolean> => {
  const keys = (['en', 'fr'] as const).map((language) => loginKey(institutionId, { ...login, language }))
  const prints = await Promise.all(keys.map((key) => fingerprint(db, 'login', key)))
  return prints.some((print) => sameBytes(print, loginFingerprint))
}

/** The login by which the bank was asked. Its password is empty where the tenant wished that it is not kept. */
export const openLogin = async (db: TenantDb, connection: ConnectionRow): Promise<Credentials> =>
  credentialsSchema.parse(
    JSON.parse(await open(db, place('loginSealed', connection.id), connection.loginSealed)),
  )

/** Keeps the login anew, with other answers or without its password. */
export const storeLogin = async (db: TenantDb, id: string, credentials: Credentials): Promise<void> =>
  updateConnection(db, id, {
    loginSealed: await seal(db, place('loginSealed', id), JSON.stringify(credentials)),
  })

/** The grant with which the bank's data is read; null once it was revoked. */
export const openGrant = async (db: TenantDb, connection: ConnectionRow): Promise<string | null> =>
  connection.grantSealed && open(db, place('grantSealed', connection.id), connection.grantSealed)

/** A new grant in the place of the one that a bank no longer takes. */
export const storeGrant = async (tx: TenantDb, id: string, grant: string): Promise<void> =>
  updateConnection(tx, id, { grantSealed: await seal(tx, place('grantSealed', id), grant) })

/** The login without its password, and where `isAllGone` without its username: what is left to put in its place. */
export const blankLogin = async (
  tx: TenantDb,
  { id, loginSealed }: ConnectionRow,
  isAllGone: boolean,
): Promise<Bytes> => {
  const { answers: _, ...login } = JSON.parse(await open(tx, place('loginSealed', id), loginSealed))
  const blank = { ...login, password: '', ...(isAllGone ? { username: '' } : {}) }
  return seal(tx, place('loginSealed', id), JSON.stringify(blank))
}
