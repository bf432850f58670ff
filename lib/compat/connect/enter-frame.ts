import { type FrameDoor, findFrameDoor } from '#lib/flow/frame-door.ts'
import { type FrameRefusal, openFrame } from '#lib/flow/open-frame.ts'
import type { FrameRequest } from './frame-request.ts'

/**
 * What a frame shows that has no visit, beside the refusals: `cookies_refused`: only a window of its own can go on;
 * `origin_hidden`: the page around sends no referrer, so nobody knows yet whether it would see more than a blank frame.
 */
export type FrameTrouble = FrameRefusal | 'cookies_refused' | 'origin_hidden'

export type FrameEntry =
  | { readonly kind: 'try_cookies' }
  | { readonly kind: 'opened'; readonly id: string; readonly proof: string }
  | { readonly kind: 'trouble'; readonly trouble: FrameTrouble; readonly door: FrameDoor | null }

/**
 * The way into a frame: first whether the browser keeps a cookie here, so that a token is not spent for a visit that
 * nobody could prove; then whose frame it is, and the visit.
 */
export const enterFrame = async (asked: FrameRequest): Promise<FrameEntry> => {
  if (!asked.keepsCookies && !asked.wasTried) return { kind: 'try_cookies' }
  const door = await findFrameDoor(asked.wishes)
  if (!door) return { kind: 'trouble', trouble: 'tenant_unknown', door }
  if (!asked.keepsCookies) return { kind: 'trouble', trouble: 'cookies_refused', door }
  const { isFramed, origin } = asked.wishes
  if (isFramed && origin === null && !asked.wasAsked)
    return { kind: 'trouble', trouble: 'origin_hidden', door }
  const opened = await openFrame(door, asked.wishes)
  return opened.ok ? { kind: 'opened', ...opened.value } : { kind: 'trouble', trouble: opened.reason, door }
}
