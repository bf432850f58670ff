import type { Language, Worded } from '../language.ts'
import { type Markup, markup } from './markup.ts'
import { problem, type VisitView, visitFrame } from './visit-frame.ts'

const words = {
  title: { en: 'Sign in', fr: 'Ouvrir une session' },
  why: {
    en: 'would like to read your accounts here. Sign in to choose what you share.',
    fr: 'souhaite lire vos comptes. Ouvrez une session pour choisir ce que vous partagez.',
  },
  username: { en: 'Username', fr: 'Nom d’utilisateur' },
  password: { en: 'Password', fr: 'Mot de passe' },
  help: {
    en: 'Any test customer of this bank; the password is Everyday.',
    fr: 'Tout client d’essai de cette banque; le mot de passe est Everyday.',
  },
  submit: { en: 'Sign in', fr: 'Ouvrir une session' },
} satisfies Record<string, Worded>

/** `typed` is put back after a wrong try; a password never is. */
export const signInFields = (language: Language, typed = ''): Markup => markup`
<label for="username">${words.username[language]}</label>
<input id="username" type="text" name="username" value="${typed}" autocomplete="username" autocapitalize="none"
 spellcheck="false" required aria-describedby="help">
<label for="password">${words.password[language]}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<p id="help" class="quiet">${words.help[language]}</p>
<div class="actions"><button type="submit">${words.submit[language]}</button></div>
`

export const signInPage = (view: VisitView, error?: string, typed = ''): string => {
  const { language, path, client } = view
  const content = markup`<p><strong>${client}</strong> ${words.why[language]}</p>${problem(error, language)}
<form method="post" action="${path}/sign-in" class="fields">${signInFields(language, typed)}</form>`
  return visitFrame(view, { title: words.title[language], content })
}
