import { describe, expect, it } from 'vitest'
import { demoKeyEncryptionKey, EnvError, readEnv } from './env.ts'

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://portico@db.example/portico',
  PUBLIC_URL: 'https://connect.example',
  KEY_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  SMTP_URL: 'smtps://mail.example',
}

const refusalsOf = (source: Record<string, string | undefined>): readonly string[] => {
  try {
    readEnv(source)
    return []
  } catch (thrown) {
    if (thrown instanceof EnvError) return thrown.refusals
    throw thrown
  }
}

describe('production', () => {
  it('starts when everything is given', () => {
    expect(refusalsOf(production)).toEqual([])
    expect(readEnv(production).PORTICO_MODE).toBe('production')
  })

  it.each([
    ['KEY_ENCRYPTION_KEY', undefined, 'openssl rand'],
    ['KEY_ENCRYPTION_KEY', demoKeyEncryptionKey, 'make your own'],
    ['KEY_ENCRYPTION_KEY', 'dG9vIHNob3J0', '32 bytes'],
    ['DATABASE_URL', undefined, 'PostgreSQL 15'],
    ['PUBLIC_URL', undefined, 'https'],
    ['PUBLIC_URL', 'http://connect.example', 'TLS'],
    ['SMTP_URL', undefined, 'mail server'],
  ])('refuses to start with %s = %s, and says what to do', (name, value, remedy) => {
    const refusals = refusalsOf({ ...production, [name]: value })
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toContain(name)
    expect(refusals[0]).toContain(remedy)
  })

  it('names every refusal at once', () => {
    expect(refusalsOf({ NODE_ENV: 'production' })).toHaveLength(4)
  })

  it('takes http on a loopback address', () => {
    expect(refusalsOf({ ...production, PUBLIC_URL: 'http://127.0.0.1:3000' })).toEqual([])
  })

  it('takes a blank variable for an absent one', () => {
    expect(refusalsOf({ ...production, KEY_ENCRYPTION_KEY: '  ' })[0]).toContain('missing')
  })
})

describe('the demo', () => {
  it('needs nothing but a database', () => {
    const env = readEnv({ DATABASE_URL: production.DATABASE_URL })
    expect(env).toMatchObject({ PORTICO_MODE: 'demo', KEY_ENCRYPTION_KEY: demoKeyEncryptionKey, PORT: 3000 })
  })
})

describe('name servers', () => {
  it('are the machine’s own when none is named', () => {
    expect(readEnv(production).DNS_SERVERS).toEqual([])
  })

  it.each([
    ['192.0.2.1', ['192.0.2.1']],
    [' 192.0.2.1:5353 , [2001:db8::1]:53', ['192.0.2.1:5353', '[2001:db8::1]:53']],
  ])('are named by address: %s', (text, servers) => {
    expect(readEnv({ ...production, DNS_SERVERS: text }).DNS_SERVERS).toEqual(servers)
  })

  it.each(['dns.example', '192.0.2.1,dns.example', '192.0.2.1:port'])(
    'are never names themselves: %s',
    (text) => {
      expect(refusalsOf({ ...production, DNS_SERVERS: text })).toEqual([
        expect.stringContaining('IP address'),
      ])
    },
  )
})
