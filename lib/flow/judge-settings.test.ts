import { expect, it } from 'vitest'
import type { FrameSettings } from '#lib/sessions/frame.ts'
import { judgeSettings } from './judge-settings.ts'

const settings = {
  customerName: 'Maple Homes',
  consentTitleAppendedText: null,
  termsUrl: 'https://maple.example/terms',
  consentEnable: false,
  closeEnable: true,
} as FrameSettings
const wishes = { isFramed: true, authorizeToken: null, settings, hints: ['theme: takes…'] }

it('words that speak for the tenant count in its frame', () => {
  expect(judgeSettings({ mayAttest: true }, wishes)).toEqual({ settings, hints: ['theme: takes…'] })
})

it('a consent given elsewhere counts only where the tenant may attest it', () => {
  const judged = judgeSettings({ mayAttest: false }, wishes)
  expect(judged.settings).toMatchObject({ consentEnable: true, customerName: 'Maple Homes' })
  expect(judged.hints[1]).toBe('consentEnable: this tenant may not attest consent')
})

it('a mere link speaks for nobody, unless it has a token', () => {
  const link = { ...wishes, isFramed: false }
  const judged = judgeSettings({ mayAttest: true }, { ...link, hints: null })
  expect(judged.settings).toMatchObject({ customerName: null, termsUrl: null, consentEnable: true })
  expect(judged).toMatchObject({ settings: { closeEnable: true }, hints: [] })
  expect(judgeSettings({ mayAttest: true }, { ...link, authorizeToken: 'token' }).settings).toEqual(settings)
})
