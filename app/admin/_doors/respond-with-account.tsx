import { totpOffer } from '#lib/console/factors/enrol-totp.ts'
import { listFactors } from '#lib/console/factors/list-factors.ts'
import { listOpenSessions } from '#lib/staff/staff-session-store.ts'
import type { Form } from '#lib/web/read-form.ts'
import { seeOther } from '#lib/web/respond.ts'
import { deviceOf } from '#lib/web/staff/device-of.ts'
import { clearedFlash, type FlashKey, flashCookie, flashFrom } from '#lib/web/staff/flash-cookie.ts'
import { relyingPartyOf } from '#lib/web/staff/relying-party.ts'
import { withCookies } from '#lib/web/staff/with-cookies.ts'
import { AccountPage } from '../account/_ui/account-page.tsx'
import { RecoveryCodes } from '../account/_ui/recovery-codes.tsx'
import { TotpPage } from '../account/totp/totp-page.tsx'
import { respondWithOwnSheet } from './respond-with-own-sheet.tsx'
import type { Visit } from './staff-door.tsx'

const account = '/admin/account'

export const backToAccount = (flash: FlashKey): Response =>
  seeOther(account, { 'set-cookie': flashCookie(flash) })

/** After a factor is enrolled come the codes on paper, if new ones were made, and then what was wanted. */
export const afterFactor = (next: string): string =>
  `${account}/recovery?${new URLSearchParams({ next: next === '/admin' ? account : next })}`

/** What a passkey is called: the member's word, else the browser it was made in. */
export const passkeyLabel = (form: Form, { request }: Visit): string =>
  form.get('label').trim().slice(0, 60) || deviceOf(request.headers.get('user-agent')) || 'Passkey'

export const showAccount = async (visit: Visit, miss: 'passkey' | null = null): Promise<Response> => {
  const { request, signedIn } = visit
  const [factors, sessions] = await Promise.all([
    listFactors(signedIn.member.id),
    listOpenSessions(signedIn.member.id, new Date()),
  ])
  const flash = flashFrom(request)?.key ?? null
  const shown = { factors, sessions, flash, miss, hasSite: relyingPartyOf(request) !== null }
  const page = respondWithOwnSheet(visit, (scene) => ({
    isWide: true,
    status: miss ? 422 : 200,
    title: scene.t('console.account.title'),
    body: <AccountPage signedIn={signedIn} {...shown} {...scene} />,
  }))
  return withCookies(page, flash ? [clearedFlash] : [])
}

export const showTotp = async (visit: Visit, next: string, miss: 'code' | null = null): Promise<Response> => {
  const offer = await totpOffer(visit.signedIn)
  if (!offer) return seeOther(account)
  return respondWithOwnSheet(visit, ({ t }) => ({
    status: miss ? 422 : 200,
    title: t('console.factor.totp.title'),
    body: <TotpPage isMissed={miss !== null} next={next} offer={offer} t={t} />,
  }))
}

export const respondWithCodes = (visit: Visit, codes: readonly string[], next: string): Response =>
  respondWithOwnSheet(visit, ({ t }) => ({
    title: t('console.factor.paper.title'),
    body: <RecoveryCodes codes={codes} email={visit.signedIn.member.email} next={next} t={t} />,
  }))
