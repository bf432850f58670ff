import { z } from 'zod'
import { openForHouse, sealForHouse } from '#lib/vault/house-seal.ts'
import { cookieFrom } from '../session-cookie.ts'

const trySchema = z.object({
  tenantId: z.string(),
  revision: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
})

/** What a browser keeps while somebody signs in by a provider: who they said they were, where to go on, and the try. */
const keptSchema = z.object({
  email: z.string().nullable(),
  next: z.string(),
  at: z.number(),
  asked: trySchema.nullable(),
})
export type KeptSignOn = z.output<typeof keptSchema>

const name = '__Host-staff-sso'
const place = { table: 'cookie', column: 'signOnSealed', row: 'browser' }
// `Lax`: the provider sends the browser back by GET.
const shape = 'Path=/; HttpOnly; Secure; SameSite=Lax'

/** Long enough to find a phone for the provider's own second factor. */
const lifeSeconds = 15 * 60

export const ssoCookie = async (kept: KeptSignOn): Promise<string> => {
  const sealed = Buffer.from(await sealForHouse(place, JSON.stringify(kept))).toString('base64url')
  return `${name}=${sealed}; Max-Age=${lifeSeconds}; ${shape}`
}

export const clearedSso = `${name}=; Max-Age=0; ${shape}`

/** What this browser keeps, or null: nothing, not ours, or too old. */
export const keptSsoFrom = async (request: Request, now: Date): Promise<KeptSignOn | null> => {
  const sealed = cookieFrom(request, name)
  if (!sealed) return null
  try {
    const text = await openForHouse(place, new Uint8Array(Buffer.from(sealed, 'base64url')))
    const kept = keptSchema.parse(JSON.parse(text))
    return now.getTime() - kept.at < lifeSeconds * 1_000 ? kept : null
  } catch {
    return null
  }
}
