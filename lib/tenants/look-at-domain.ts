import { isIP } from 'node:net'
import { type Looked, lookUpAddresses, lookUpAliases, lookUpTexts } from '#lib/kit/look-up-records.ts'
import {
  type Findings,
  proofNameOf,
  proofTextOf,
  type RecordFinding,
  type TenantDomain,
} from './tenant-domain.ts'

/** Enough to see what is wrong; a name may have any number of records. */
const mostSeen = 5

const finding = (state: RecordFinding['state'], seen: readonly string[] = []): RecordFinding => ({
  state,
  seen: seen.slice(0, mostSeen).map((text) => text.slice(0, 200)),
})

export const judgeProof = (texts: Looked, id: string): RecordFinding => {
  if (!texts.ok) return finding('no_answer')
  if (texts.value.includes(proofTextOf(id))) return finding('found', [proofTextOf(id)])
  return texts.value.length === 0 ? finding('missing') : finding('wrong', texts.value)
}

export type Way = { readonly aliases: Looked; readonly addresses: Looked; readonly portalAddresses: Looked }

/**
 * A name leads here as another name of the portal, or by addresses that are all the portal’s: the bare domain of a
 * business cannot be another name of anything.
 */
export const judgePointing = (
  { aliases, addresses, portalAddresses }: Way,
  portalHost: string,
): RecordFinding => {
  if (aliases.ok && aliases.value.includes(portalHost)) return finding('found', aliases.value)
  if (aliases.ok && aliases.value.length > 0) return finding('wrong', aliases.value)
  if (!aliases.ok || !addresses.ok) return finding('no_answer')
  if (addresses.value.length === 0) return finding('missing')
  if (!portalAddresses.ok) return finding('no_answer')
  const ours = new Set(portalAddresses.value)
  return finding(addresses.value.every((address) => ours.has(address)) ? 'found' : 'wrong', addresses.value)
}

/** Asks DNS now. Nothing that was found earlier counts. */
export const lookAtDomain = async (
  { id, host }: Pick<TenantDomain, 'id' | 'host'>,
  portalHost: string,
): Promise<Findings> => {
  const itself: Looked = { ok: true, value: [portalHost] }
  const [texts, aliases, addresses, portalAddresses] = await Promise.all([
    lookUpTexts(proofNameOf(host)),
    lookUpAliases(host),
    lookUpAddresses(host),
    isIP(portalHost) === 0 ? lookUpAddresses(portalHost) : itself,
  ])
  return {
    proof: judgeProof(texts, id),
    pointing: judgePointing({ aliases, addresses, portalAddresses }, portalHost),
  }
}
