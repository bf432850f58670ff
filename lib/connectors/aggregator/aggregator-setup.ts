import type { Finding, Setup } from '../contract.ts'
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
    if (!settings.ok) return [{ isGood: false, says: 'The settings cannot be used' }]
    const { baseUrl, secret } = settings.value
    if (secret === null)
      return [{ isGood: true, says: 'This contract has no secret: only a login shows whether it is good' }]
    const minted = await mintToken(ctx, settings.value)
    if (minted.ok) return [{ isGood: true, says: `The aggregator at ${baseUrl} knows this contract` }]
    const { code, detail = '' } = minted.reason.fault
    return [{ isGood: false, says: `The aggregator at ${baseUrl} gives no token: ${code} ${detail}`.trim() }]
  },
}
