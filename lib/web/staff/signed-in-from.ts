import type { SignedIn } from '#lib/console/desk.ts'
import { findSignedIn } from '#lib/console/find-signed-in.ts'
import type { Language } from '#lib/kit/i18n.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { staffTokenFrom } from './staff-cookie.ts'

/** Who this request's cookie proves to be signed in, or null. */
export const signedInFrom = (request: Request): Promise<SignedIn | null> =>
  findSignedIn(staffTokenFrom(request), new Date())

/** What a member chose, else what their browser wants. */
export const consoleLanguage = (request: Request, signedIn: SignedIn | null): Language =>
  signedIn?.member.language ?? preferredLanguage(request)
