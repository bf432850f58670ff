/** `value` null: an element that holds others. A closing tag has its name behind a slash. */
export type OfxElement = { readonly name: string; readonly value: string | null }

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const characterOf = (code: number): string =>
  code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''

const entityOf = (_: string, name: string): string => {
  if (name.startsWith('#x')) return characterOf(Number.parseInt(name.slice(2), 16))
  return name.startsWith('#') ? characterOf(Number(name.slice(1))) : (entities[name.toLowerCase()] ?? '')
}

const plainText = (raw: string): string =>
  raw
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, entityOf)
    .replace(/\s+/g, ' ')
    .trim()

const nameOf = (tag: string): string => (tag.split(/\s/, 1)[0] ?? '').toUpperCase()

/**
 * The elements of an OFX document in their order. In version 1, which is SGML, those that hold text are not closed; in
 * version 2 they are: one walk from tag to tag reads both, and entities of a document's own are not followed.
 */
export function* elementsOf(text: string): Generator<OfxElement> {
  let at = text.search(/<OFX[\s>]/i)
  while (at >= 0) {
    const end = text.indexOf('>', at)
    if (end < 0) return
    const next = text.indexOf('<', end)
    const tag = text.slice(at + 1, end)
    const value = plainText(text.slice(end + 1, next < 0 ? undefined : next))
    if (!/^[!?]/.test(tag))
      yield { name: nameOf(tag), value: value === '' || tag.startsWith('/') ? null : value }
    at = next
  }
}
