import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { listPasskeys, notePasskeyUse, type Passkey } from '#lib/staff/passkey-store.ts'
import { storeChallenge, takeChallenge } from '#lib/staff/session-secret-store.ts'
import { noteProven } from '#lib/staff/staff-session-store.ts'
import type { SignedIn } from '../desk.ts'
import type { RelyingParty } from './enrol-passkey.ts'

/** What the browser is asked to sign, with any of the member's passkeys. */
export const askPasskey = async ({ member, session }: SignedIn, rp: RelyingParty): Promise<object> => {
  const known = await listPasskeys(member.id)
  const options = await generateAuthenticationOptions({
    rpID: rp.id,
    allowCredentials: known.map(({ document }) => ({ id: document.credentialId })),
    userVerification: 'preferred',
  })
  await storeChallenge(session.id, options.challenge)
  return options
}

const credentialOf = ({ document, counter }: Passkey) => ({
  id: document.credentialId,
  publicKey: new Uint8Array(Buffer.from(document.publicKey, 'base64url')),
  counter,
})

/** Whether one of the member's passkeys has signed what this session was given; the session is then proven. */
export const proveByPasskey = async (
  { member, session }: SignedIn,
  rp: RelyingParty,
  response: AuthenticationResponseJSON,
): Promise<boolean> => {
  const expectedChallenge = await takeChallenge(session.id)
  const passkey = (await listPasskeys(member.id)).find(
    ({ document }) => document.credentialId === response.id,
  )
  if (!passkey) return false
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: rp.origin,
    expectedRPID: rp.id,
    credential: credentialOf(passkey),
    requireUserVerification: false,
  }).catch(() => null)
  if (!verified?.verified) return false
  const now = new Date()
  await notePasskeyUse(passkey.id, verified.authenticationInfo.newCounter, now)
  await noteProven(session.id, now)
  return true
}
