import { describe, expect, it } from 'vitest'
import { environmentFor, portsInUse, readSettings } from './settings.ts'

describe('the settings of the launcher', () => {
  it('are a demo on fixed ports of this machine when nothing is said', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({ isDemo: true, host: '127.0.0.1', databaseUrl: null })
    expect(portsInUse(settings)).toEqual([
      ['PORT', 3000],
      ['BANK_PORT', 3100],
      ['MAIL_PORT', 3200],
      ['MAIL_SMTP_PORT', 3201],
      ['DEMO_PORT', 3300],
    ])
  })

  it('let the demo’s addresses follow its ports, and what is given win', () => {
    const settings = readSettings({ PORT: '4000', BANK_PORT: '4100', SMTP_URL: 'smtp://elsewhere:25' })
    expect(environmentFor(settings, 'postgresql://x')).toMatchObject({
      PUBLIC_URL: 'http://127.0.0.1:4000',
      BANK_URL: 'http://127.0.0.1:4100',
      BANK_PORT: '4100',
      SMTP_URL: 'smtp://elsewhere:25',
      DATABASE_URL: 'postgresql://x',
      PORTICO_MODE: 'demo',
    })
  })

  it('make nothing up in production: no demo part, no demo address', () => {
    const settings = readSettings({ NODE_ENV: 'production' })
    expect(portsInUse(settings)).toEqual([['PORT', 3000]])
    const env = environmentFor(settings, null)
    expect(env).toMatchObject({ PORTICO_MODE: 'production' })
    for (const name of ['PUBLIC_URL', 'SMTP_URL', 'BANK_URL', 'DATABASE_URL'])
      expect(env).not.toHaveProperty(name)
  })

  it('refuse a port that is none, naming the variable', () => {
    for (const text of ['0', '65536', 'http', '3000.5']) {
      expect(() => readSettings({ MAIL_PORT: text })).toThrow(/^MAIL_PORT is not usable/)
    }
    expect(readSettings({ MAIL_PORT: '' }).ports.MAIL_PORT).toBe(3200)
  })
})
