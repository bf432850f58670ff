import type { Language, Worded } from './language.ts'
import { type PictureName, pictureOf } from './picture.ts'

type Choice = { readonly value: string; readonly label: Worded; readonly picture?: PictureName }

/**
 * A question of the bank. `right` holds the answers it takes: for `several_choices` all of them together, else
 * any one of them; for `text_or_call` any option is right, so it stays empty.
 */
export type ChallengeScript = {
  readonly kind:
    | 'question'
    | 'single_choice'
    | 'several_choices'
    | 'image_choice'
    | 'text_or_call'
    | 'approve_in_app'
  readonly prompt: Worded
  readonly right: readonly string[]
  readonly choices?: readonly Choice[]
  readonly isOneTimeCode?: true
}

const choice = (value: string, en: string, fr: string): Choice => ({ value, label: { en, fr } })
const picture = (value: PictureName, en: string, fr: string): Choice => ({
  value,
  label: { en, fr },
  picture: value,
})

export const challengeScripts = {
  shape: {
    kind: 'question',
    prompt: { en: 'What shape do people like most?', fr: 'Quelle forme les gens préfèrent-ils?' },
    right: ['Triangle'],
  },
  city: {
    kind: 'question',
    prompt: { en: 'What city were you born in?', fr: 'Dans quelle ville êtes-vous né?' },
    right: ['Montreal'],
  },
  country: {
    kind: 'question',
    prompt: { en: 'What is the best country on earth?', fr: 'Quel est le meilleur pays du monde?' },
    right: ['Canada'],
  },
  sum: {
    kind: 'question',
    prompt: { en: 'How much is 2 + 2?', fr: 'Combien font 2 + 2?' },
    right: ['4', 'four', 'quatre'],
  },
  branch: {
    kind: 'single_choice',
    prompt: { en: 'Which branch opened your account?', fr: 'Quelle succursale a ouvert votre compte?' },
    right: ['old-port'],
    choices: [
      choice('plateau', 'Plateau', 'Plateau'),
      choice('old-port', 'Old Port', 'Vieux-Port'),
      choice('verdun', 'Verdun', 'Verdun'),
    ],
  },
  products: {
    kind: 'several_choices',
    prompt: { en: 'Which of these products do you have?', fr: 'Lesquels de ces produits avez-vous?' },
    right: ['chequing', 'card'],
    choices: [
      choice('chequing', 'A chequing account', 'Un compte chèques'),
      choice('mortgage', 'A mortgage', 'Un prêt hypothécaire'),
      choice('card', 'A credit card', 'Une carte de crédit'),
      choice('safe', 'A safe deposit box', 'Un coffret de sûreté'),
    ],
  },
  picture: {
    kind: 'image_choice',
    prompt: { en: 'Choose your security picture.', fr: 'Choisissez votre image de sécurité.' },
    right: ['house'],
    choices: [
      picture('sun', 'A yellow sun', 'Un soleil jaune'),
      picture('house', 'A red house', 'Une maison rouge'),
      picture('tree', 'A green tree', 'Un arbre vert'),
      picture('boat', 'A blue boat', 'Un bateau bleu'),
    ],
  },
  delivery: {
    kind: 'text_or_call',
    prompt: { en: 'How should we send your code?', fr: 'Comment voulez-vous recevoir votre code?' },
    right: [],
    choices: [
      choice('text', 'Text message to (•••) •••-7777', 'Message texte au (•••) •••-7777'),
      choice('call', 'Phone call to (•••) •••-7777', 'Appel au (•••) •••-7777'),
    ],
  },
  code: {
    kind: 'question',
    prompt: { en: 'Enter the six-digit code we sent you.', fr: 'Entrez le code à six chiffres reçu.' },
    right: ['123456'],
    isOneTimeCode: true,
  },
  approve: {
    kind: 'approve_in_app',
    prompt: {
      en: 'Approve this login in your bank’s app.',
      fr: 'Approuvez la connexion dans l’application.',
    },
    right: [],
  },
} as const satisfies Record<string, ChallengeScript>

export type ChallengeName = keyof typeof challengeScripts

/** A question as it stands on the wire. */
export type AskedChallenge = {
  readonly id: string
  readonly kind: ChallengeScript['kind']
  readonly prompt: string
  readonly language: Language
  readonly options: readonly { readonly value: string; readonly label: string; readonly image?: string }[]
  readonly oneTimeCode: boolean
  /** Only where the code may be sent once more. */
  readonly canResend?: true
  readonly approveAt?: string
}

/** `id` is unique in the login, so an answer can never meet the question of another round. */
export const askChallenge = (name: ChallengeName, id: string, language: Language): AskedChallenge => {
  const script: ChallengeScript = challengeScripts[name]
  const options = (script.choices ?? []).map(({ value, label, picture: pictureName }) => ({
    value,
    label: label[language],
    ...(pictureName ? { image: pictureOf(pictureName) } : {}),
  }))
  const { kind, prompt, isOneTimeCode = false } = script
  return { id, kind, prompt: prompt[language], language, options, oneTimeCode: isOneTimeCode }
}
