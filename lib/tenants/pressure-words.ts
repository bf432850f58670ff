import type { Language } from '#lib/kit/i18n.ts'

/** Words that hurry, frighten or flatter a person into agreeing (CA8), each a pattern over lower-case letters. */
const patterns: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /\b(hurry|urgent(ly)?|asap|act (now|fast)|right away|before it.s too late)\b/,
    /\b(last|final|only) chance\b/,
    /\b(limited.time offer|(limited|exclusive) offer)\b/,
    /\b(don.t|do not|never) miss\b/,
    /\b(expires|ends) (soon|today|tonight)\b/,
    /\b(you (will|could|may) lose|risk losing|or else)\b/,
    /\b(everyone|most people|thousands) (does|do|share|agree|choose)/,
    /\b(smart|wise) (choice|people|customers)\b/,
    /\b(strongly )?recommended\b/,
    /!/,
  ],
  fr: [
    /(^|[^\p{L}])(dépêchez|hâtez|vite|urgent|urgence|sans tarder|avant qu.il ne soit trop tard)(?!\p{L})/u,
    /dernière chance/,
    /offre (limitée|exclusive|à durée limitée)/,
    /(ne (manquez|ratez)|à ne pas manquer)/,
    /(expire|se termine|prend fin) (bientôt|aujourd.hui|ce soir)/,
    /(vous (perdrez|pourriez perdre|risquez)|sous peine)/,
    /(tout le monde|la plupart des gens|des milliers) (le fait|partage|accepte|choisi)/,
    /(choix|clients?) (malin|avisé|intelligent)/,
    /(fortement )?recommandée?s?(?!\p{L})/u,
    /!/,
  ],
}

/** What in `text` presses the person, as written; empty for plain words. */
export const pressureIn = (text: string, language: Language): string[] =>
  patterns[language].flatMap((pattern) => pattern.exec(text.toLowerCase())?.[0].trim() ?? [])

/** Throws, naming them, when words that will be published press a person. `words` are by language. */
export const refusePressure = (words: Partial<Record<Language, readonly string[]>>): void => {
  const found = (['en', 'fr'] as const).flatMap((language) =>
    (words[language] ?? []).flatMap((text) => pressureIn(text, language)),
  )
  if (found.length > 0) throw new Error(`the words press the person (CA8): ${found.join(', ')}`)
}
