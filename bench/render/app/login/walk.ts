import type { ReactElement, ReactNode } from 'react'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const esc = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
const names: Record<string, string> = { className: 'class', htmlFor: 'for' }
const isVoid = new Set(['meta', 'link', 'input', 'br', 'hr', 'img'])

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value === true) return ` ${name}=""`
  if (value === false && name !== 'spellCheck') return ''
  return ` ${names[name] ?? name}="${esc(String(value))}"`
}

/** Writes pure components without react-dom: what a renderer of forty lines could win. */
export function walk(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (Array.isArray(node)) return node.map(walk).join('')
  if (typeof node !== 'object') return esc(String(node))
  const { type, props } = node as ReactElement<Record<string, unknown>>
  if (typeof type === 'function') return walk((type as (props: object) => ReactNode)(props))
  if (typeof type !== 'string') return walk(props.children as ReactNode)
  let tag = `<${type}`
  for (const name in props) if (name !== 'children') tag += attribute(name, props[name])
  if (isVoid.has(type)) return `${tag}/>`
  const children = type === 'style' ? String(props.children) : walk(props.children as ReactNode)
  return `${tag}>${children}</${type}>`
}
