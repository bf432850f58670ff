import type { Language, Worded } from '../language.ts'
import { accountsOf } from '../ledger/account.ts'
import { clusters } from '../oauth/clusters.ts'
import type { Consent } from '../oauth/consent.ts'
import { layout } from './layout.ts'
import { type Markup, markup } from './markup.ts'
import { signInFields } from './sign-in-page.ts'
import { problem } from './visit-frame.ts'

const words = {
  title: { en: 'Who reads your accounts', fr: 'Qui lit vos comptes' },
  why: {
    en: 'Sign in to see to whom you gave access, and to withdraw it.',
    fr: 'Ouvrez une session pour voir à qui vous avez donné accès et pour le retirer.',
  },
  none: { en: 'Nobody has access to your accounts.', fr: 'Personne n’a accès à vos comptes.' },
  since: { en: 'since', fr: 'depuis le' },
  withdraw: { en: 'Withdraw access', fr: 'Retirer l’accès' },
  other: { en: 'Français', fr: 'English' },
} satisfies Record<string, Worded>

export type ConnectionsView = {
  readonly bank: string
  readonly language: Language
  readonly path: string
}

const page = ({ bank, language, path }: ConnectionsView, content: Markup): string => {
  const title = words.title[language]
  const other = language === 'en' ? 'fr' : 'en'
  return layout(
    `${title} - ${bank}`,
    markup`<main class="inner narrow"><p class="name">${bank}</p><h1>${title}</h1>${content}
<p class="quiet"><a href="${path}?language=${other}" hreflang="${other}" lang="${other}">${words.other[language]}</a></p></main>`,
    language,
  )
}

export const connectionsSignIn = (view: ConnectionsView, error?: string): string => {
  const { language, path } = view
  const form = markup`<form method="post" action="${path}?language=${language}" class="fields">${signInFields(language)}</form>`
  return page(view, markup`<p>${words.why[language]}</p>${problem(error, language)}${form}`)
}

const connection = (consent: Consent, client: string, { language, path }: ConnectionsView): Markup => {
  const shared = accountsOf(consent.customer).filter(({ id }) => consent.accountIds.includes(id))
  const read = consent.clusters.map((name) => clusters[name].says[language])
  return markup`<li><h2>${client}</h2>
<p>${words.since[language]} ${consent.givenAt.toISOString().slice(0, 10)} · ${shared.map(({ name }) => name).join(', ')}</p>
<p class="quiet">${read.join(' · ')}</p>
<form method="post" action="${path}/withdraw?language=${language}"><input type="hidden" name="consent" value="${consent.id}">
<button type="submit" class="plain">${words.withdraw[language]}</button></form></li>
`
}

type Shown = { readonly consent: Consent; readonly client: string }

/** The consents that stand, each with the way to end it. */
export const connectionsPage = (view: ConnectionsView, shown: readonly Shown[]): string =>
  page(
    view,
    shown.length === 0
      ? markup`<p role="status">${words.none[view.language]}</p>`
      : markup`<ul class="cards">
${shown.map(({ consent, client }) => connection(consent, client, view))}</ul>`,
  )
