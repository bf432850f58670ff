import type { ConnectEvent } from './types.ts'

/** The one version of the handshake. A frame that speaks another says so, and the page hears of it. */
export const protocolVersion = 1

export type Channel = { readonly greet: () => void; readonly close: () => void }

/** Objects, and the text of objects where `stringify` was asked for; null for what is no event. */
const eventOf = (data: unknown): ConnectEvent | null => {
  try {
    const event = typeof data === 'string' ? JSON.parse(data) : data
    return typeof event?.step === 'string' ? event : null
  } catch {
    return null
  }
}

/**
 * Listens to one window of one origin and to nothing else, so that two frames on a page never hear each other and no
 * other window can speak in a frame's name. `greet` tells the frame who is around it.
 */
export const openChannel = (
  origin: string,
  target: () => Window | null,
  onEvent: (event: ConnectEvent) => void,
): Channel => {
  const listen = ({ origin: from, source, data }: MessageEvent) => {
    if (from !== origin || !source || source !== target()) return
    const event = eventOf(data)
    if (event) onEvent(event)
  }
  addEventListener('message', listen)
  return {
    greet: () =>
      target()?.postMessage(
        { type: 'portico:hello', version: protocolVersion, origin: location.origin },
        origin,
      ),
    close: () => removeEventListener('message', listen),
  }
}
