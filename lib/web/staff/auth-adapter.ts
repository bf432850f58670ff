import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { recordAlarm } from '#lib/console/alarms/record-alarm.ts'
import { later } from '#lib/kit/clock.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import type { StaffMemberId, TenantId } from '#lib/kit/ids.ts'
import { findMember } from '#lib/staff/member-store.ts'
import { spendSignIn } from '#lib/staff/sign-in-store.ts'
import type { StaffMember } from '#lib/staff/staff-member.ts'
import { absoluteLimitMs } from '#lib/staff/staff-session.ts'
import { endSessions, findStaffSession, insertStaffSession } from '#lib/staff/staff-session-store.ts'

/** What one request tells the adapter beside the calls of next-auth. */
export type SigningIn = {
  readonly device: string
  readonly ssoTenantId: TenantId | null
  /** That provider vouched for a second factor too. */
  readonly isVouched: boolean
  isByOperator: boolean
  /** Whose identity has been proven in this request: by a spent link, or by their tenant's provider. */
  member: StaffMember | null
}

const toUser = ({ id, email, name }: StaffMember): AdapterUser => ({ id, email, name, emailVerified: null })

const expiryOf = (startedAt: Date): Date => later(startedAt, absoluteLimitMs)

const sessions = (state: SigningIn): Partial<Adapter> => ({
  createSession: async ({ sessionToken, userId }) => {
    const { device, ssoTenantId, isVouched, isByOperator } = state
    const made = await insertStaffSession({
      memberId: userId as StaffMemberId,
      tokenHash: sha256(sessionToken),
      device,
      ssoTenantId,
      isVouched,
      isByOperator,
    })
    return { sessionToken, userId, expires: expiryOf(made.startedAt) }
  },
  getSessionAndUser: async (sessionToken) => {
    const session = await findStaffSession(sha256(sessionToken))
    const member = session && !session.endedAt ? await findMember(session.memberId) : null
    if (!session || !member) return null
    return {
      session: { sessionToken, userId: member.id, expires: expiryOf(session.startedAt) },
      user: toUser(member),
    }
  },
  // What next-auth would write here, lib/console/find-signed-in.ts notes in its own way.
  updateSession: async () => null,
  deleteSession: async (sessionToken) => {
    const session = await findStaffSession(sha256(sessionToken))
    if (session) await endSessions(session.memberId, { id: session.id }, new Date())
    return null
  },
})

/**
 * next-auth over the store of staff. Sessions and links are kept as hashes. Nobody becomes a member by signing in: a
 * user is the one whom this request has proven, and there is no other way to one.
 */
export const authAdapter = (state: SigningIn): Adapter =>
  ({
    ...sessions(state),
    getUser: async (id) => {
      const member = await findMember(id)
      return member && toUser(member)
    },
    getUserByEmail: async () => state.member && toUser(state.member),
    getUserByAccount: async () => state.member && toUser(state.member),
    createUser: async () => {
      throw new Error('nobody becomes a member by signing in')
    },
    updateUser: async () => state.member && toUser(state.member),
    linkAccount: async () => undefined,
    useVerificationToken: async ({ identifier, token }) => {
      const now = new Date()
      const spent = await spendSignIn(new Uint8Array(Buffer.from(token, 'hex')), now)
      state.member = spent && (await findMember(spent.memberId))
      state.isByOperator = spent?.isByOperator ?? false
      if (spent?.isByOperator)
        await recordAlarm(spent.memberId, { kind: 'operator_link_used', actor: 'operator:link' })
      return state.member && { identifier, token, expires: later(now, 1_000) }
    },
    createVerificationToken: async (token) => token,
  }) as Adapter
