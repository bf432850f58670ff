/** A piece of page that is safe to put into another. */
export type Markup = { readonly markup: string }

type Part = string | number | Markup | readonly Markup[]

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const textOf = (part: Part): string => {
  if (typeof part === 'string' || typeof part === 'number') {
    return String(part).replace(/[&<>"']/gu, (letter) => entities[letter] ?? '')
  }
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

/** Template tag: what is put in is escaped, unless it is markup itself. */
export const markup = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.reduce((page, text, place) => page + textOf(parts[place - 1] ?? '') + text),
})
