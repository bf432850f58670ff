import type { Language, Worded } from '../language.ts'
import type { Account } from '../ledger/account.ts'
import type { AccountStatus } from '../ledger/plans.ts'
import { clusters } from '../oauth/clusters.ts'
import type { ConsentRequest } from '../oauth/consent-request.ts'
import { type Markup, markup } from './markup.ts'
import { problem, type VisitView, visitFrame } from './visit-frame.ts'

const words = {
  title: { en: 'Share your accounts?', fr: 'Partager vos comptes?' },
  asks: { en: 'asks to read:', fr: 'demande à lire :' },
  nothing: { en: 'Nothing but who you are', fr: 'Rien d’autre que votre identité' },
  accounts: { en: 'Choose the accounts to share', fr: 'Choisissez les comptes à partager' },
  none: {
    en: 'You have no account here that could be shared.',
    fr: 'Vous n’avez ici aucun compte à partager.',
  },
  allow: { en: 'Allow', fr: 'Autoriser' },
  deny: { en: 'Deny', fr: 'Refuser' },
  days: { en: 'Days for which this stands:', fr: 'Nombre de jours où ce sera permis :' },
  back: { en: 'Days of transactions, looking back:', fr: 'Jours d’opérations, en remontant :' },
  until: {
    en: 'You can withdraw this consent at any time.',
    fr: 'Vous pouvez retirer ce consentement en tout temps.',
  },
} satisfies Record<string, Worded>

const notes: Record<AccountStatus, Worded | null> = {
  OPEN: null,
  CLOSED: { en: 'closed', fr: 'fermé' },
  RESTRICTED: { en: 'restricted', fr: 'restreint' },
  NOT_SHAREABLE: { en: 'the bank does not share it', fr: 'la banque ne le partage pas' },
}

const accountChoice = ({ id, name, numbers, plan }: Account, language: Language): Markup => {
  const isShared = plan.status !== 'NOT_SHAREABLE'
  const state = isShared ? markup` checked` : markup` disabled`
  const note = notes[plan.status]
  return markup`<label class="choice"><input type="checkbox" name="accounts" value="${id}"${state}> ${name}
 •••${numbers.account.slice(-4)}${note ? ` (${note[language]})` : ''}</label>\n`
}

const accountChoices = (accounts: readonly Account[], language: Language): Markup =>
  accounts.length === 0
    ? markup`<p>${words.none[language]}</p>`
    : markup`<fieldset><legend>${words.accounts[language]}</legend>
${accounts.map((account) => accountChoice(account, language))}</fieldset>`

const terms = ({ days, lookbackDays }: ConsentRequest, language: Language): Markup => {
  const term = (says: Worded, count: number | null) =>
    count === null ? markup`` : markup`<p>${says[language]} <strong>${count}</strong></p>`
  return markup`${term(words.days, days)}${term(words.back, lookbackDays)}`
}

type ConsentView = {
  readonly view: VisitView
  readonly request: ConsentRequest
  readonly accounts: readonly Account[]
  readonly error?: string | undefined
}

/** What is asked, which accounts, yes or no. */
export const consentPage = ({ view, request, accounts, error }: ConsentView): string => {
  const { language, path, client } = view
  const asked = request.clusters.map((name) => markup`<li>${clusters[name].says[language]}</li>\n`)
  const content = markup`<p><strong>${client}</strong> ${words.asks[language]}</p>
<ul>${asked.length > 0 ? asked : markup`<li>${words.nothing[language]}</li>`}</ul>${terms(request, language)}${problem(error, language)}
<form method="post" action="${path}/consent" class="fields">
${accountChoices(accounts, language)}
<p>${words.until[language]}</p>
<div class="actions"><button type="submit" name="decision" value="allow">${words.allow[language]}</button>
<button type="submit" name="decision" value="deny" class="plain">${words.deny[language]}</button></div>
</form>`
  return visitFrame(view, { title: words.title[language], content, hasOwnWayOut: true })
}
