import { storeReveal, takeReveal } from '#lib/staff/session-secret-store.ts'
import type { SignedIn } from './desk.ts'

export type RevealKind = 'api_key' | 'data_key' | 'scim_token' | 'setup_link' | 'webhook_secret'

/** Keeps a secret that was made just now for the page after the form, in this browser alone. */
export const revealNext = ({ session }: SignedIn, kind: RevealKind, secret: string): Promise<void> =>
  storeReveal(session.id, { kind, lines: [secret] })

/** The secret that waits, once. */
export const takeRevealed = async ({ session }: SignedIn, kind: RevealKind): Promise<string | null> =>
  (await takeReveal(session.id, kind))?.lines[0] ?? null

/** The address of a preview, for the page after the form. A page that is loaded again by mistake still has it, once. */
export const revealPreviewNext = ({ session }: SignedIn, url: string): Promise<void> =>
  storeReveal(session.id, { kind: 'preview', lines: [url], readings: 2 })

export const takeRevealedPreview = async ({ session }: SignedIn): Promise<string | null> =>
  (await takeReveal(session.id, 'preview'))?.lines[0] ?? null

const linkKind = (linkId: string): string => `link ${linkId}`

/** The address of a new link, for its own page. A page that is loaded again by mistake still has it, once. */
export const revealLinkNext = ({ session }: SignedIn, linkId: string, url: string): Promise<void> =>
  storeReveal(session.id, { kind: linkKind(linkId), lines: [url], readings: 2 })

export const takeRevealedLink = async ({ session }: SignedIn, linkId: string): Promise<string | null> =>
  (await takeReveal(session.id, linkKind(linkId)))?.lines[0] ?? null
