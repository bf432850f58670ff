import { noteSetupOpened, openSetup, type SetupDesk } from '#lib/console/sign-on/setup-desk.ts'
import { AppError } from '#lib/kit/errors.ts'
import type { Language } from '#lib/kit/i18n.ts'
import { preferredLanguage } from '../preferred-language.ts'
import { takeSetupTurn } from '../take-turns.ts'

/** The language that the address asks for, else the browser: whoever comes by a link keeps no cookie of ours. */
export const setupLanguage = (request: Request): Language => {
  const asked = new URL(request.url).searchParams.get('language')
  return asked === 'en' || asked === 'fr' ? asked : preferredLanguage(request)
}

export const setupFlashes = ['sign_on_saved', 'sign_on_found'] as const
export type SetupFlash = (typeof setupFlashes)[number]

/** What the last form did, which stands in the address. */
export const setupFlashFrom = (request: Request): SetupFlash | null => {
  const told = new URL(request.url).searchParams.get('told')
  return setupFlashes.find((known) => known === told) ?? null
}

type Place = { readonly token: string; readonly language: Language }

/** An address below a setup link, in the same language. */
export const setupPath = ({ token, language }: Place, part = '', told: SetupFlash | null = null): string =>
  `/admin/setup/${token}${part && `/${part}`}?${new URLSearchParams({ language, ...(told && { told }) })}`

/** Whose link it is. Throws `link_expired` for whatever opens nothing: unknown, ended, taken back, of a tenant that is gone. */
export const requireSetup = async (request: Request, token: string): Promise<SetupDesk> => {
  const now = new Date()
  await takeSetupTurn(request, null)
  const desk = await openSetup(token, now)
  if (!desk) throw new AppError('link_expired')
  await takeSetupTurn(request, desk.link.id)
  if (request.method === 'GET') await noteSetupOpened(desk, now)
  return desk
}
