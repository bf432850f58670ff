import type { BankErrorCode } from '../bank-error.ts'
import type { Language, Worded } from '../language.ts'

const other: Worded = {
  en: 'Something went wrong at the bank. Try again later.',
  fr: 'Un problème est survenu à la banque. Réessayez plus tard.',
}

const sayings: Partial<Record<BankErrorCode, Worded>> = {
  wrong_credentials: {
    en: 'The username or the password is wrong.',
    fr: 'Le nom d’utilisateur ou le mot de passe est incorrect.',
  },
  wrong_answer: { en: 'The answer is wrong. Try again.', fr: 'La réponse est incorrecte. Réessayez.' },
  wrong_answer_final: {
    en: 'The answer is wrong. Sign in again.',
    fr: 'La réponse est incorrecte. Ouvrez de nouveau une session.',
  },
  answers_incomplete: { en: 'Answer every question.', fr: 'Répondez à chaque question.' },
  session_expired: {
    en: 'Your session has expired. Sign in again.',
    fr: 'Votre session a expiré. Ouvrez de nouveau une session.',
  },
  login_locked: {
    en: 'Too many wrong tries: your login is locked.',
    fr: 'Trop d’essais incorrects : votre accès est verrouillé.',
  },
  login_disabled: {
    en: 'The bank has switched your login off.',
    fr: 'La banque a désactivé votre accès.',
  },
  action_required: {
    en: 'Finish in online banking first.',
    fr: 'Terminez d’abord dans les services bancaires en ligne.',
  },
  account_closed: { en: 'You have left this bank.', fr: 'Vous avez quitté cette banque.' },
  approval_denied: {
    en: 'The sign-in was refused in the app.',
    fr: 'La connexion a été refusée dans l’application.',
  },
  too_many_requests: {
    en: 'The bank is busy. Try again in a moment.',
    fr: 'La banque est occupée. Réessayez dans un instant.',
  },
  service_unavailable: {
    en: 'The bank is down for maintenance.',
    fr: 'La banque est en maintenance.',
  },
}

export const sayError = (code: BankErrorCode, language: Language): string =>
  (sayings[code] ?? other)[language]
