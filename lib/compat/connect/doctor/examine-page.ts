import { isSafeAddress } from '#lib/tenants/safe-address.ts'
import type { Finding } from './finding.ts'
import type { Embed } from './read-embed.ts'

const needed = ['allow-scripts', 'allow-forms', 'allow-same-origin']
const popups = ['allow-popups', 'allow-popups-to-escape-sandbox']
const navigation = 'allow-top-navigation'

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean)
const isOn = (url: URL, name: string): boolean =>
  [...url.searchParams].some(([key, value]) => key.toLowerCase() === name && value.toLowerCase() === 'true')
const has = (url: URL, name: string): boolean =>
  [...url.searchParams].some(([key, value]) => key.toLowerCase() === name && value !== '')

/** A frame leads the whole window only where it may; with neither of these the end stays inside. */
const leadsWindow = (url: URL): boolean =>
  has(url, 'redirecturl') && !isOn(url, 'innerredirect') && !isOn(url, 'jsredirect')

const examineSandbox = ({ url, sandbox }: Embed): Finding[] => {
  if (sandbox === null) return []
  const given = wordsOf(sandbox)
  const without = (asked: readonly string[]) => asked.filter((word) => !given.includes(word))
  const whole = leadsWindow(url) ? [...needed, ...popups, navigation] : [...needed, ...popups]
  const change = `sandbox="${[...new Set([...given, ...whole])].join(' ')}"`
  const told = (code: Finding['code'], lacking: readonly string[]): Finding[] =>
    lacking.length > 0 ? [{ code, values: { words: lacking.join(' ') }, change }] : []
  const found = [
    ...told('sandbox_lacks', without(needed)),
    ...told('sandbox_popups', without(popups)),
    ...told('sandbox_navigation', leadsWindow(url) ? without([navigation]) : []),
  ]
  return found.length > 0 ? found : [{ code: 'sandbox_good' }]
}

/** The sources that a policy lets a frame come from, or null where it says nothing of frames. */
const frameSources = (policy: string): string[] | null => {
  const directives = policy
    .replace(/^\s*content-security-policy\s*:/i, '')
    .split(';')
    .map(wordsOf)
  const named = (name: string) => directives.find(([first]) => first === name)?.slice(1) ?? null
  return named('frame-src') ?? named('child-src') ?? named('default-src')
}

const schemes = ['https:', 'http:'] as const

/** CSP Level 3 section 6.7.2.8, as far as a frame's host is concerned. */
const lets = (source: string, portal: URL, page: string | null): boolean => {
  if (source === '*') return schemes.some((scheme) => scheme === portal.protocol)
  if (source === portal.protocol) return true
  if (source === "'self'") return page === portal.origin
  const match = /^(?:(https?):\/\/)?(\*\.)?([^/:]+)(?::(\d+|\*))?(?:\/.*)?$/.exec(source)
  if (!match) return false
  const [, scheme, wildcard, host = '', port] = match
  const isScheme = scheme === undefined || `${scheme}:` === portal.protocol
  const isHost = wildcard ? portal.hostname.endsWith(`.${host}`) : portal.hostname === host
  return isScheme && isHost && (port === '*' || (port ?? '') === portal.port)
}

const examinePolicy = (policy: string, portal: URL, page: string | null): Finding[] => {
  const sources = policy.trim() === '' ? null : frameSources(policy)
  if (sources === null) return []
  if (sources.some((source) => lets(source, portal, page))) return [{ code: 'csp_good' }]
  const others = sources.filter((source) => source !== "'none'")
  return [{ code: 'csp_frame', change: `frame-src ${[...others, portal.origin].join(' ')}` }]
}

/** What the page around says of the frame: how it holds it, and what its own policy lets in. Pure. */
export const examinePage = (
  embed: Embed,
  { portal, page, policy }: { readonly portal: URL; readonly page: string | null; readonly policy: string },
): Finding[] => [
  ...(page?.startsWith('https:') && !isSafeAddress(embed.url.origin)
    ? [{ code: 'mixed_content' as const, change: embed.url.origin.replace('http:', 'https:') }]
    : []),
  ...examineSandbox(embed),
  ...(/^(no-referrer|same-origin)$/i.test(embed.referrerPolicy ?? '')
    ? [{ code: 'referrer_hidden' as const, change: 'referrerpolicy="strict-origin-when-cross-origin"' }]
    : []),
  ...examinePolicy(policy, portal, page),
]
