import { formatInstant, type Language } from '#lib/kit/i18n.ts'

/** An instant in words, with what a program reads beside it. */
export const Instant = ({ at, language }: { at: Date; language: Language }) => (
  <time className="whitespace-nowrap" dateTime={at.toISOString()}>
    {formatInstant(language, at)}
  </time>
)
