import { findFrameDoor } from '#lib/flow/frame-door.ts'
import { env } from '#lib/kit/env.ts'
import { readFrameRequest } from '../frame-request.ts'
import { examineAccess } from './examine-access.ts'
import { examinePage } from './examine-page.ts'
import { examineParameters } from './examine-parameters.ts'
import { byGravity, type Finding } from './finding.ts'
import { type Embed, readEmbed } from './read-embed.ts'

/** What a developer has given: the frame as it stands in their page, where that page is, and the policy it sends. */
export type Complaint = { readonly embed: string; readonly page: string; readonly policy: string }

/** An address of a page stands for its origin: nobody has to cut it off. */
const originOf = (page: string): string | null | undefined => {
  if (page.trim() === '') return null
  const url = URL.canParse(page.trim()) ? new URL(page.trim()) : null
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined
}

const tokenOf = ({ url }: Embed): string | null =>
  new URLSearchParams(url.hash.slice(1)).get('authorizeToken')

const isHere = (url: URL, portal: URL): boolean =>
  url.origin === portal.origin || url.hostname.endsWith(`.${portal.hostname}`)

const wishesOf = (embed: Embed, origin: string | null, portal: URL) => {
  const request = new Request(embed.url, {
    headers: { host: embed.url.host === portal.host ? portal.host : embed.url.host },
  })
  const around = { isFramed: true, origin, cookie: null, proofOf: () => null }
  const form = new Map([['authorizeToken', tokenOf(embed) ?? '']])
  return readFrameRequest(request, around, form).wishes
}

const inQuery = ({ url }: Embed): Finding[] =>
  [...url.searchParams.keys()].some((name) => name.toLowerCase() === 'authorizetoken')
    ? [{ code: 'token_in_query', change: '#authorizeToken=…' }]
    : []

/**
 * Looks at an embed as the portal would, and says what is wrong with it, the worst first. Spends no token, opens no
 * visit, and tells nothing that opening the frame would not tell.
 */
export const diagnose = async (complaint: Complaint, now: Date): Promise<Finding[]> => {
  const portal = new URL(env().PUBLIC_URL)
  const embed = readEmbed(complaint.embed, portal.href)
  if (!embed) return [{ code: 'address_unread', change: `${portal.origin}/v2/?tenant=…` }]
  if (!isHere(embed.url, portal)) {
    const change = `${portal.origin}${embed.url.pathname}${embed.url.search}`
    return [{ code: 'portal_other', values: { origin: embed.url.origin }, change }]
  }
  const page = originOf(complaint.page)
  const ofPage: Finding[] = [
    ...(page === undefined ? [{ code: 'origin_unread' as const, change: 'https://www.example.com' }] : []),
    ...examinePage(embed, {
      portal: new URL(embed.url.origin),
      page: page ?? null,
      policy: complaint.policy,
    }),
    ...examineParameters(embed.url.searchParams),
    ...inQuery(embed),
  ]
  const wishes = wishesOf(embed, page ?? null, portal)
  const door = await findFrameDoor(wishes)
  if (!door)
    return byGravity([...ofPage, { code: 'tenant_unknown', change: `${portal.origin}/v2/?tenant=…` }])
  const found: Finding = { code: 'tenant_found', values: { tenant: door.brand.tenantName } }
  return byGravity([found, ...(await examineAccess(door, wishes, now)), ...ofPage])
}
