import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Strings, stringsOf } from './strings.ts'

export type LoginView = {
  id: string
  locale: string
  tenant: string
  bank: string
  csrf: string
  expiresAt: string
  brandCss: string
  strings: Strings
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const query = {
  name: 'open-session',
  text: `select s.id, s.locale, s.bank, s.csrf, s.expires_at, t.name as tenant, t.brand
         from session s join tenant t on t.id = s.tenant_id
         where s.id = $1 and s.proof_hash = $2 and s.expires_at > now()`,
}

/** What every variant pays before it renders: one query by id and by the hash of the proof in the cookie. */
export async function findLogin(id: string, cookie: string | null | undefined): Promise<LoginView | null> {
  const proof = /(?:^|; )proof=([^;]+)/.exec(cookie ?? '')?.[1] ?? ''
  const values = [id, createHash('sha256').update(proof).digest('hex')]
  const row = (await pool.query({ ...query, values })).rows[0]
  if (!row) return null
  const time = new Intl.DateTimeFormat(row.locale, { timeStyle: 'short', timeZone: 'America/Toronto' })
  return {
    id: row.id,
    locale: row.locale,
    tenant: row.tenant,
    bank: row.bank,
    csrf: row.csrf,
    expiresAt: time.format(row.expires_at),
    brandCss: `:root{${Object.entries(row.brand)
      .map(([token, value]) => `--brand-${token}:${value}`)
      .join(';')}}`,
    strings: stringsOf(row.locale),
  }
}

export const mintNonce = (): string => randomBytes(16).toString('base64')

export const pageHeaders = (nonce: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': `default-src 'none'; style-src 'self' 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
})
