import { Agent } from 'undici'
import { pinnedTo, type Surroundings, surroundings, vetWithin } from './outbound-address.ts'
import { wholeResponse } from './whole-response.ts'

export type OutboundFetch = (address: string, init: RequestInit) => Promise<Response>

type Bounds = { readonly timeoutMs: number; readonly maxBytes: number }

/** The address is none that we go to: not https, or inside. */
export class RefusedAddress extends Error {
  constructor() {
    super('refused address')
    this.name = 'RefusedAddress'
  }
}

/**
 * A `fetch` for libraries that ask addresses which somebody else chose (W9): as `postOutbound` does, each is vetted and
 * the vetted one connected to, no redirect is followed, time and size are bounded.
 */
export const outboundFetch =
  ({ timeoutMs, maxBytes }: Bounds, around: Surroundings = surroundings()): OutboundFetch =>
  async (address, init) => {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])])
    const vetted = await vetWithin(address, around, signal)
    if (!vetted) throw new RefusedAddress()
    const dispatcher = new Agent({ connect: { lookup: pinnedTo(vetted) } })
    try {
      const asked = { ...init, redirect: 'manual', signal, dispatcher }
      return await wholeResponse(await fetch(address, asked as RequestInit), maxBytes)
    } finally {
      await dispatcher.destroy()
    }
  }
