import type { Language, Worded } from '../language.ts'
import { layout } from './layout.ts'
import { type Markup, markup } from './markup.ts'

/** Where somebody stands who came to the bank by OAuth: whose pages, who sent them, in which language. */
export type VisitView = {
  readonly bank: string
  readonly client: string
  readonly language: Language
  /** The address of the visit; every form of it posts to a path below. */
  readonly path: string
}

const words = {
  cancel: { en: 'Cancel and go back', fr: 'Annuler et revenir' },
  test: {
    en: 'Test data only. Never type a real password here.',
    fr: 'Données d’essai seulement. N’entrez jamais un vrai mot de passe ici.',
  },
  other: { en: 'Français', fr: 'English' },
  error: { en: 'There is a problem', fr: 'Il y a un problème' },
} satisfies Record<string, Worded>

const cancelForm = ({ path, language }: VisitView): Markup =>
  markup`<form method="post" action="${path}/cancel"><button type="submit" class="plain">${words.cancel[language]}</button></form>`

const languageLink = ({ path, language }: VisitView): Markup => {
  const other = language === 'en' ? 'fr' : 'en'
  return markup`<a href="${path}?language=${other}" hreflang="${other}" lang="${other}">${words.other[language]}</a>`
}

export const problem = (text: string | undefined, language: Language): Markup =>
  text === undefined
    ? markup``
    : markup`<div class="problem" role="alert"><strong>${words.error[language]}</strong> ${text}</div>`

type VisitPage = {
  readonly title: string
  readonly content: Markup
  readonly refreshSeconds?: number
  readonly hasOwnWayOut?: true
}

/** Every page of a visit: the bank's name, the way out unless the page has one, the other language. */
export const visitFrame = (
  view: VisitView,
  { title, content, refreshSeconds, hasOwnWayOut }: VisitPage,
): string =>
  layout(
    `${title} - ${view.bank}`,
    markup`<main class="inner narrow"><p class="name">${view.bank}</p><h1>${title}</h1>
${content}
${hasOwnWayOut ? markup`` : cancelForm(view)}
<p class="quiet">${words.test[view.language]} ${languageLink(view)}</p></main>`,
    view.language,
    refreshSeconds,
  )
