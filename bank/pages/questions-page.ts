import type { AskedChallenge } from '../challenges.ts'
import type { Language, Worded } from '../language.ts'
import { type Markup, markup } from './markup.ts'
import { problem, type VisitView, visitFrame } from './visit-frame.ts'

const words = {
  title: { en: 'Prove that it is you', fr: 'Prouvez que c’est vous' },
  submit: { en: 'Continue', fr: 'Continuer' },
  resend: { en: 'Send the code again', fr: 'Renvoyer le code' },
  openApp: { en: 'Open the bank’s app', fr: 'Ouvrir l’application de la banque' },
  waiting: { en: 'One moment', fr: 'Un instant' },
  waits: {
    en: 'The bank is still at work. This page goes on by itself.',
    fr: 'La banque travaille encore. Cette page avance d’elle-même.',
  },
  check: { en: 'Check now', fr: 'Vérifier maintenant' },
} satisfies Record<string, Worded>

const choiceOf = (
  { id, kind }: AskedChallenge,
  { value, label, image }: AskedChallenge['options'][number],
): Markup => {
  const type = kind === 'several_choices' ? 'checkbox' : 'radio'
  const picture = image
    ? markup`<img src="data:image/png;base64,${image}" alt="" width="64" height="64">`
    : markup``
  return markup`<label class="choice"><input type="${type}" name="${id}" value="${value}">${picture} ${label}</label>\n`
}

const questionOf = (asked: AskedChallenge, language: Language): Markup => {
  const { id, kind, prompt, options, approveAt, oneTimeCode } = asked
  if (kind === 'approve_in_app') {
    const link = markup`<a href="${approveAt ?? ''}" target="_blank" rel="noopener">${words.openApp[language]}</a>`
    return markup`<p lang="${asked.language}">${prompt}</p><p>${link}</p>`
  }
  if (options.length > 0) {
    const choices = options.map((option) => choiceOf(asked, option))
    return markup`<fieldset lang="${asked.language}"><legend>${prompt}</legend>${choices}</fieldset>`
  }
  const hints = oneTimeCode
    ? markup` inputmode="numeric" autocomplete="one-time-code"`
    : markup` autocomplete="off"`
  return markup`<label for="${id}" lang="${asked.language}">${prompt}</label><input id="${id}" type="text" name="${id}" required${hints}>`
}

const resendForm = (view: VisitView): Markup =>
  markup`<form method="post" action="${view.path}/resend"><button type="submit" class="plain">${words.resend[view.language]}</button></form>`

/** The questions of one round, on the bank's own page. */
export const questionsPage = (view: VisitView, asked: readonly AskedChallenge[], error?: string): string => {
  const { language, path } = view
  const resend = asked.some(({ canResend }) => canResend) ? resendForm(view) : markup``
  const content = markup`${problem(error, language)}
<form method="post" action="${path}/answers" class="fields">
${asked.map((one) => questionOf(one, language))}
<div class="actions"><button type="submit">${words.submit[language]}</button></div>
</form>${resend}`
  return visitFrame(view, { title: words.title[language], content })
}

export const waitingPage = (view: VisitView): string => {
  const { language, path } = view
  const content = markup`<p role="status">${words.waits[language]}</p>
<p><a href="${path}">${words.check[language]}</a></p>`
  return visitFrame(view, { title: words.waiting[language], content, refreshSeconds: 2 })
}
