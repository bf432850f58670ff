import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { deletePasskey, insertPasskey, listPasskeys } from '#lib/staff/passkey-store.ts'
import { storeChallenge, takeChallenge } from '#lib/staff/session-secret-store.ts'
import type { SignedIn } from '../desk.ts'
import { afterEnrolling } from './after-enrolling.ts'
import { recordForMember } from './record-for-member.ts'

/** The site that a passkey belongs to: its host, and the origin its pages are asked from. */
export type RelyingParty = { readonly id: string; readonly origin: string }

/** What the browser is asked to make. */
export const offerPasskey = async ({ member, session }: SignedIn, rp: RelyingParty): Promise<object> => {
  const known = await listPasskeys(member.id)
  const options = await generateRegistrationOptions({
    rpName: 'Portico',
    rpID: rp.id,
    userID: new Uint8Array(Buffer.from(member.id)),
    userName: member.email,
    attestationType: 'none',
    excludeCredentials: known.map(({ document }) => ({ id: document.credentialId })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  await storeChallenge(session.id, options.challenge)
  return options
}

/** Keeps the passkey that the browser made. False when it is not what was asked for. */
export const enrolPasskey = async (
  signedIn: SignedIn,
  rp: RelyingParty,
  made: { readonly response: RegistrationResponseJSON; readonly label: string },
): Promise<boolean> => {
  const { member, session } = signedIn
  const verified = await verifyRegistrationResponse({
    response: made.response,
    expectedChallenge: await takeChallenge(session.id),
    expectedOrigin: rp.origin,
    expectedRPID: rp.id,
    requireUserVerification: false,
  }).catch(() => null)
  if (!verified?.verified) return false
  const { id, publicKey, counter } = verified.registrationInfo.credential
  await insertPasskey(member.id, {
    label: made.label,
    counter,
    document: {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      transports: made.response.response.transports ?? [],
    },
  })
  await afterEnrolling(signedIn, 'staff.passkey_added', new Date())
  return true
}

export const dropPasskey = async (signedIn: SignedIn, id: string): Promise<void> => {
  if (await deletePasskey(signedIn.member.id, id)) await recordForMember(signedIn, 'staff.passkey_removed')
}
