import { isId } from '#lib/kit/ids.ts'

/** What somebody typed who looks for a visit, as far as its shape tells what it is. */
export type VisitSearch = {
  readonly kind: 'session' | 'link' | 'login' | 'reference' | 'tag'
  readonly text: string
}

const isLoginId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** A reference as it is read aloud: small letters, a space or nothing for the dash. */
const referenceOf = (text: string): string | null => {
  const letters = text.toUpperCase().replace(/[\s-]/g, '')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null
}

/** Null where nothing was typed. What looks like nothing else is a tag. */
export const readVisitSearch = (typed: string): VisitSearch | null => {
  const text = typed.trim().slice(0, 200)
  if (text === '') return null
  if (isId('ses', text)) return { kind: 'session', text }
  if (isId('lnk', text)) return { kind: 'link', text }
  if (isLoginId(text)) return { kind: 'login', text: text.toLowerCase() }
  const reference = referenceOf(text)
  return reference === null ? { kind: 'tag', text } : { kind: 'reference', text: reference }
}
