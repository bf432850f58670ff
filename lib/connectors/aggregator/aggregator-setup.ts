import type { Setup } from '../contract.ts'
import { type Finding, good, troubled } from '../finding.ts'
import { readSettings } from './aggregator-settings.ts'
import { mintToken } from './dialect-client.ts'

export const aggregatorSetup: Setup = {
  flaws: (settings) => {
    const read = readSettings(settings)
    return read.ok ? [] : read.reason
  },
  examine: async (ctx): Promise<readonly Finding[]> => {
    const settings = readSettings(ctx.settings)
    if (!settings.ok) return settings.reason
    const { baseUrl, secret } = settings.value
    if (secret === null) return [good('aggregator_no_secret')]
    const minted = await mintToken(ctx, settings.value)
    if (minted.ok) return [good('aggregator_knows', { url: baseUrl })]
    return [troubled('aggregator_no_token', minted.reason.fault, { url: baseUrl })]
  },
}
