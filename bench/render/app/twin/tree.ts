import { createElement, type ReactNode } from 'react'
import { askBytes } from './questions.ts'

type Branch = { tag: string; attributes: Record<string, string>; children: (Branch | string)[] }

const alone = new Set(['area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const renamed: Record<string, string> = { class: 'className', for: 'htmlFor' }
const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (one) => entities[one] ?? one)

const attributesOf = (text: string): Record<string, string> => {
  const found: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g))
    if (name !== 'style') found[renamed[name] ?? name] = plain(value)
  return found
}

/** The body of a page that React wrote, as elements again. */
const grow = (page: string): Branch => {
  const body = page.slice(page.indexOf('<body'), page.indexOf('</body>'))
  const markup = body.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
  const root: Branch = { tag: 'div', attributes: {}, children: [] }
  const open = [root]
  for (const [, end, tag = '', inside = '', text] of markup.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g,
  )) {
    const at = open.at(-1) ?? root
    if (text !== undefined) at.children.push(plain(text))
    else if (end && open.length > 1) open.pop()
    else if (!end && tag !== 'body') {
      const branch: Branch = { tag, attributes: attributesOf(inside), children: [] }
      at.children.push(branch)
      if (!alone.has(tag)) open.push(branch)
    }
  }
  return root
}

const draw = (branch: Branch | string, key: number): ReactNode =>
  typeof branch === 'string'
    ? branch
    : createElement(branch.tag, { ...branch.attributes, key }, ...branch.children.map(draw))

const grown = new Map<string, Promise<Branch>>()

/** The same elements and words as a page of the portal, drawn anew for each request. */
export const drawTwin = async (name: string): Promise<ReactNode> => {
  const tree = grown.get(name) ?? askBytes(name).then(grow)
  grown.set(name, tree)
  return draw(await tree, 0)
}
