/** Markup that is safe to send: what was put into it was escaped. */
export type Markup = { readonly markup: string }

type Hole = Markup | string | number | null | readonly Markup[]

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function html(parts: TemplateStringsArray, ...holes: Hole[]): Markup {
  const markup = parts.reduce((text, part, i) => text + fill(holes[i - 1] ?? null) + part)
  return { markup }
}

function fill(hole: Hole): string {
  if (hole === null) return ''
  if (typeof hole === 'string' || typeof hole === 'number') return escapeText(String(hole))
  return 'markup' in hole ? hole.markup : hole.map(({ markup }) => markup).join('')
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
}

/** Plain text with its web addresses made links. */
export function linkify(text: string): Markup {
  const pieces = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
  const links = pieces.map((piece, i) => (i % 2 ? html`<a href="${piece}">${piece}</a>` : html`${piece}`))
  return html`${links}`
}
