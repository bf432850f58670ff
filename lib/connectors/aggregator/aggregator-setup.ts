import type { Setup } from '../contract.ts'
import { bad, type Finding, good, troubled } from '../finding.ts'
import { aggregatorSettingsSchema, settingsOf } from './aggregator-settings.ts'
import { mintToken } from './dialect-client.ts'

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const aggregatorSetup: Setup = {
  flaws: (settings) => {
    const read = aggregatorSettingsSchema.safeParse(parseJson(settings))
    if (read.success) return []
    return read.error.issues.map(
      ({ path, message }) => `${path.map(String).join('.') || 'settings'}: ${message}`,
    )
  },
  examine: async (ctx): Promise<readonly Finding[]> => {
    const settings = settingsOf(ctx)
    if (!settings.ok) return [bad('settings_unusable')]
    const { baseUrl, secret } = settings.value
    if (secret === null) return [good('aggregator_no_secret')]
    const minted = await mintToken(ctx, settings.value)
    if (minted.ok) return [good('aggregator_knows', { url: baseUrl })]
    return [troubled('aggregator_no_token', minted.reason.fault, { url: baseUrl })]
  },
}
