import { Parser } from 'htmlparser2'

/** What a website shows of itself: its colour, and pictures that may be its logo, the likeliest first. */
export type SiteMarks = { readonly colour: string | null; readonly logos: readonly string[] }

type Attributes = Readonly<Record<string, string>>
type Found = { readonly address: string; readonly rank: number }

const isLogo = ({ src = '', alt = '', class: look = '', id = '' }: Attributes): boolean =>
  /logo|brand/i.test([src, alt, look, id].join(' '))

const linkRank = (rel: string): number | null => {
  if (/apple-touch-icon/.test(rel)) return 2
  return /(^|\s)icon(\s|$)/.test(rel) ? 4 : null
}

const pictureIn = (name: string, attributes: Attributes): Found | null => {
  if (name === 'img' && attributes.src && isLogo(attributes)) return { address: attributes.src, rank: 1 }
  const { rel = '', href = '', property = '', content = '' } = attributes
  const rank = name === 'link' ? linkRank(rel.toLowerCase()) : null
  if (rank !== null && href) return { address: href, rank }
  return name === 'meta' && property === 'og:image' && content ? { address: content, rank: 3 } : null
}

const colourIn = (name: string, { name: called = '', content = '' }: Attributes): string | null =>
  name === 'meta' && called.toLowerCase() === 'theme-color'
    ? (/^\s*(#[0-9a-f]{6})\s*$/i.exec(content)?.[1]?.toLowerCase() ?? null)
    : null

// Drawings of instructions are not read by us, so they are not asked for.
const isReadable = (address: string): boolean => /^https?:/.test(address) && !/\.svg(\?|$)/i.test(address)

/** `address` is where the page was read: pictures are named from there. */
export const siteMarks = (html: string, address: string): SiteMarks => {
  const found: Found[] = []
  let colour: string | null = null
  const parser = new Parser({
    onopentag: (name, attributes) => {
      colour ??= colourIn(name, attributes)
      const picture = pictureIn(name, attributes)
      if (picture) found.push(picture)
    },
  })
  parser.write(html)
  parser.end()
  const addresses = found
    .toSorted((one, other) => one.rank - other.rank)
    .filter((one) => URL.canParse(one.address, address))
    .map((one) => new URL(one.address, address).href)
  return { colour, logos: [...new Set(addresses)].filter(isReadable) }
}
