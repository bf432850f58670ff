import type { Challenge, Language } from '#lib/connectors/contract.ts'

type Worded = { readonly en: string; readonly fr: string }
type Option = { readonly value: string; readonly label: Worded; readonly image?: string }

type Question = {
  readonly kind: Challenge['kind']
  readonly prompt: Worded
  readonly options?: readonly Option[]
  readonly isOneTimeCode?: true
  readonly canResend?: true
  /** A bank that speaks this language alone. */
  readonly only?: Language
}

const option = (value: string, en: string, fr: string): Option => ({ value, label: { en, fr } })

/** A PNG of one pixel: what is different of each colour is a few letters near its end. */
const pixel = (colour: string): string =>
  `iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4n${colour}AAAAAElFTkSuQmCC`
const coloured = (value: string, en: string, fr: string, colour: string): Option => ({
  ...option(value, en, fr),
  image: pixel(colour),
})

const code: Question = {
  kind: 'question',
  prompt: {
    en: 'Enter the code we sent to your phone ending in 88',
    fr: 'Entrez le code envoyé au téléphone se terminant par 88',
  },
  isOneTimeCode: true,
}

/** Questions as banks ask them, one of each look. */
export const sampleQuestions = {
  code,
  code_again: { ...code, canResend: true },
  words: {
    kind: 'question',
    prompt: { en: 'What was your first pet called?', fr: 'Comment s’appelait votre premier animal?' },
  },
  city: {
    kind: 'question',
    prompt: { en: 'What city were you born in?', fr: 'Dans quelle ville êtes-vous né?' },
  },
  country: {
    kind: 'question',
    prompt: {
      en: 'Which country did you visit first?',
      fr: 'Quel pays avez-vous visité en premier?',
    },
  },
  sum: { kind: 'question', prompt: { en: 'How much is 2 + 2?', fr: 'Combien font 2 + 2?' } },
  french: {
    kind: 'question',
    prompt: { en: 'In what city were you born?', fr: 'Dans quelle ville êtes-vous né?' },
    only: 'fr',
  },
  branch: {
    kind: 'single_choice',
    prompt: { en: 'Which branch opened your account?', fr: 'Quelle succursale a ouvert votre compte?' },
    options: [
      option('one', 'Plateau', 'Plateau'),
      option('two', 'Old Port', 'Vieux-Port'),
      option('three', 'Verdun', 'Verdun'),
    ],
  },
  products: {
    kind: 'several_choices',
    prompt: { en: 'Which of these products do you have?', fr: 'Lesquels de ces produits avez-vous?' },
    options: [
      option('one', 'A chequing account', 'Un compte chèques'),
      option('two', 'A mortgage', 'Un prêt hypothécaire'),
      option('three', 'A credit card', 'Une carte de crédit'),
      option('four', 'A safe deposit box', 'Un coffret de sûreté'),
    ],
  },
  picture: {
    kind: 'image_choice',
    prompt: { en: 'Choose your security picture.', fr: 'Choisissez votre image de sécurité.' },
    options: [
      coloured('one', 'Yellow', 'Jaune', 'GN4sUoEAAQkAadKZWxR'),
      coloured('two', 'Red', 'Rouge', 'GPYZ6QLAALPAR7+G5UM'),
      coloured('three', 'Green', 'Vert', 'GNQrrABAAGZANhl7VvU'),
      coloured('four', 'Blue', 'Bleu', 'GOQc5sGAAGAAPshHY8C'),
    ],
  },
  delivery: {
    kind: 'text_or_call',
    prompt: { en: 'How should we send your code?', fr: 'Comment voulez-vous recevoir votre code?' },
    options: [
      option('text', 'Text message to (•••) •••-7777', 'Message texte au (•••) •••-7777'),
      option('call', 'Phone call to (•••) •••-7777', 'Appel au (•••) •••-7777'),
    ],
  },
  approve: {
    kind: 'approve_in_app',
    prompt: {
      en: 'Approve the sign-in in your bank’s app',
      fr: 'Approuvez la connexion dans l’application de votre banque',
    },
  },
} as const satisfies Record<string, Question>

export type QuestionName = keyof typeof sampleQuestions

/** The question as the bank would ask it in this language. */
export const askSample = (name: QuestionName, wished: Language): Challenge => {
  const question: Question = sampleQuestions[name]
  const language = question.only ?? wished
  return {
    id: name,
    kind: question.kind,
    prompt: question.prompt[language],
    language,
    options: (question.options ?? []).map(({ label, ...rest }) => ({ ...rest, label: label[language] })),
    isOneTimeCode: question.isOneTimeCode ?? false,
    ...(question.canResend ? { canResend: true } : {}),
  }
}
