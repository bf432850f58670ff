import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import type { Language } from '#lib/kit/i18n.ts'

/** Each text as its sentences, whether or not its last one is closed. */
export const sentencesOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/[.:;](?:\s|$)/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const wordsIn = (sentences: readonly string[]): string[] =>
  sentences.flatMap((sentence) => sentence.match(/[\p{L}\d]+/gu) ?? [])

/** Groups of vowels, without the mute e at the end: close enough for a mean over a page. */
const frenchSyllables = (word: string): number => {
  const spoken = word.toLowerCase().replace(/(?<=..)(es?|ent)$/u, '')
  return Math.max(1, spoken.match(/[aeiouyàâäéèêëîïôöùûüœæ]+/gu)?.length ?? 0)
}

const countsOf = (sentences: readonly string[], syllables: (word: string) => number) => {
  const words = wordsIn(sentences)
  const total = words.reduce((sum, word) => sum + syllables(word), 0)
  return { sentence: sentences.length, word: words.length, syllable: total }
}

/** Years of school that the English needs (Flesch and Kincaid). */
export const englishGrade = (sentences: readonly string[]): number =>
  fleschKincaid(countsOf(sentences, syllable))

/** Kandel and Moles (1958), the reading ease of Flesch fitted to French: 60 and more is what a 14-year-old reads. */
export const frenchEase = (sentences: readonly string[]): number => {
  const { sentence, word, syllable: total } = countsOf(sentences, frenchSyllables)
  return 207 - 1.015 * (word / sentence) - 73.6 * (total / word)
}

/** The most years of school that words of consent may need (CA13), and the least ease in French that is the same. */
export const hardestGrade = 8
export const leastEase = 60

/** How far texts are beyond what may be asked of a reader; 0 and less is fine. Of nothing, nothing is too hard. */
export const hardnessOf = (texts: readonly string[], language: Language): number => {
  const sentences = sentencesOf(texts)
  if (wordsIn(sentences).length === 0) return 0
  return language === 'en' ? englishGrade(sentences) - hardestGrade : (leastEase - frenchEase(sentences)) / 10
}

/** Over fewer words the formulas swing by years: a single long word decides. */
const enoughWords = 40
const swing = 4

/** True for words of consent that a person with eight years of school would not read with ease (CA13). */
export const isTooHard = (texts: readonly string[], language: Language): boolean => {
  const allowed = wordsIn(sentencesOf(texts)).length >= enoughWords ? 0 : swing
  return hardnessOf(texts, language) > allowed
}
