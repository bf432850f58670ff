import { Agent } from 'undici'
import {
  isOutboundUrl,
  pinnedTo,
  type Surroundings,
  surroundings,
  untilAborted,
  type Vetted,
  vet,
} from './outbound-address.ts'

export type OutboundFetch = (address: string, init: RequestInit) => Promise<Response>

type Bounds = { readonly timeoutMs: number; readonly maxBytes: number }

/** The address is none that we go to: not https, or inside. */
export class RefusedAddress extends Error {
  constructor() {
    super('refused address')
    this.name = 'RefusedAddress'
  }
}

const bodyOf = async (response: Response, limit: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > limit) throw new Error('the answer does not end')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const vetted = async (address: string, around: Surroundings, signal: AbortSignal): Promise<Vetted> => {
  const found = isOutboundUrl(address, around.allowsLoopback)
    ? await Promise.race([vet(new URL(address), around), untilAborted(signal)])
    : null
  if (!found) throw new RefusedAddress()
  return found
}

const bodiless = new Set([101, 204, 205, 304])

/**
 * A `fetch` for libraries that ask addresses which somebody else chose (W9): as `postOutbound` does, each is vetted and
 * the vetted one connected to, no redirect is followed, time and size are bounded.
 */
export const outboundFetch =
  ({ timeoutMs, maxBytes }: Bounds, around: Surroundings = surroundings()): OutboundFetch =>
  async (address, init) => {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])])
    const dispatcher = new Agent({
      connect: { lookup: pinnedTo(await vetted(address, around, signal)) },
    })
    try {
      const asked = { ...init, redirect: 'manual', signal, dispatcher }
      const response = await fetch(address, asked as RequestInit)
      const { status, headers } = response
      const bytes = await bodyOf(response, maxBytes)
      return new Response(bodiless.has(status) ? null : new Uint8Array(bytes), { status, headers })
    } finally {
      await dispatcher.destroy()
    }
  }
