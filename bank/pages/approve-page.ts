import type { Language, Worded } from '../language.ts'
import { currentRound, type LoginSession } from '../login/login-session.ts'
import { decisionOf } from '../login/progress.ts'
import { layout } from './layout.ts'
import { type Markup, markup } from './markup.ts'

const words = {
  title: { en: 'Is this you?', fr: 'Est-ce bien vous?' },
  asks: { en: 'wants to sign in.', fr: 'veut se connecter.' },
  approve: { en: 'Approve', fr: 'Approuver' },
  deny: { en: 'Refuse', fr: 'Refuser' },
  approved: { en: 'Approved', fr: 'Approuvé' },
  denied: { en: 'Refused', fr: 'Refusé' },
  goBack: { en: 'You can go back now.', fr: 'Vous pouvez revenir en arrière.' },
  gone: { en: 'Nothing to approve', fr: 'Rien à approuver' },
  goneWhy: { en: 'This request is over or has expired.', fr: 'Cette demande est terminée ou expirée.' },
} satisfies Record<string, Worded>

const page = (bank: string, title: string, content: Markup, language: Language): string =>
  layout(
    `${title} - ${bank}`,
    markup`<main class="inner narrow"><p class="name">${bank}</p><h1>${title}</h1>${content}</main>`,
    language,
  )

/** The page that stands for the bank's app: it asks once, and then says what was decided. */
export const approvePage = (session: LoginSession, now: Date): string => {
  const { language, customer } = session
  const bank = customer.institution.name
  const isAsking = currentRound(session).includes('approve')
  const decision = isAsking ? decisionOf(session, now) : 'approved'
  if (decision)
    return page(bank, words[decision][language], markup`<p>${words.goBack[language]}</p>`, language)
  return page(
    bank,
    words.title[language],
    markup`<p><strong>${customer.username}</strong> ${words.asks[language]}</p>
<form method="post" class="actions">
<button name="decision" value="approved">${words.approve[language]}</button>
<button name="decision" value="denied" class="plain">${words.deny[language]}</button>
</form>`,
    language,
  )
}

export const nothingToApprovePage = (): string =>
  page('Sandbox bank', words.gone.en, markup`<p>${words.goneWhy.en}</p>`, 'en')
