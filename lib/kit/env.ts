import { isIP } from 'node:net'
import { z } from 'zod'

/** The only file that reads the environment (law test). Constants marked `demo` are public: production refuses them. */
export const demoKeyEncryptionKey = 'ZGVtby1vbmx5LWtleS1lbmNyeXB0aW9uLWtleS0zMmI='

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback)

const isKey = (text: string): boolean =>
  z.base64().safeParse(text).success && Buffer.from(text, 'base64').length === 32

const isLoopback = (url: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)

/** `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` or `[2001:db8::1]:5353`. */
const isNameServer = (text: string): boolean =>
  isIP(text.replace(/^\[(.+)\](:\d{1,5})?$/, '$1').replace(/^([\d.]+):\d{1,5}$/, '$1')) !== 0

export const envSchema = z.object({
  PORTICO_MODE: z
    .enum(['demo', 'production'])
    .describe('`demo` allows demo keys and test banks. Default: `production` when NODE_ENV is, else `demo`.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('PostgreSQL 15 or later. The demo starts one of its own when unset.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:3000')
    .describe('The address people see, without a path.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on.'),
  PORT: port(3000).describe('The port of the portal.'),
  KEY_ENCRYPTION_KEY: z
    .string()
    .refine(isKey, 'must be 32 bytes in base64')
    .describe('Wraps every tenant’s data key. Make one with: openssl rand -base64 32'),
  PREVIOUS_KEY_ENCRYPTION_KEYS: z
    .string()
    .refine((text) => text.split(',').every((key) => key.trim() === '' || isKey(key.trim())), {
      error: 'each must be 32 bytes in base64',
    })
    .default('')
    .describe('Former key-encryption keys, comma separated, while rotating.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .default('smtp://127.0.0.1:3201')
    .describe('Where mail leaves.'),
  MAIL_FROM: z.string().min(3).default('Portico <no-reply@portico.example>').describe('The sender of mails.'),
  TEXTS_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.startsWith('https:') || isLoopback(url), 'must be https: codes travel there')
    .optional()
    .describe('Where text messages leave: {"to", "body"} is posted there. Unset: no code goes to a phone.'),
  TEXTS_TOKEN: z.string().optional().describe('The bearer token for TEXTS_URL.'),
  FIRST_OWNER: z
    .email()
    .toLowerCase()
    .optional()
    .describe(
      'Who runs a new installation: while no owner has come, each start prints them a one-time link.',
    ),
  FIRST_TENANT: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'must be small letters, digits and hyphens')
    .default('main')
    .describe(
      'The name, in links, of the business that FIRST_OWNER then owns. It is made when it is not there.',
    ),
  BANK_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:3100')
    .describe('The sandbox bank.'),
  DEMO_PORT: port(3300).describe('The port of the business that the demo tenants return to.'),
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies of yours stand before the portal, each adding to X-Forwarded-For.'),
  RATE_LIMIT_SCALE: z.coerce
    .number()
    .min(0)
    .default(1)
    .describe('Multiplies the limits per address and per tenant; 0 sets every rate limit aside.'),
  DNS_SERVERS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((server) => server.trim())
        .filter(Boolean),
    )
    .refine(
      (servers) => servers.every(isNameServer),
      'each must be an IP address, with a port if it is not 53',
    )
    .describe(
      'Who is asked for the DNS records of domains, comma separated. Unset: the machine’s own servers.',
    ),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('How much is logged, as JSON lines on standard error.'),
})

export type Env = z.output<typeof envSchema>
type Source = Record<string, string | undefined>

/** Every refusal at once, each naming its variable and the remedy. */
export class EnvError extends Error {
  readonly refusals: readonly string[]
  constructor(refusals: readonly string[]) {
    super(`Portico cannot start:\n${refusals.map((line) => `  - ${line}`).join('\n')}`)
    this.name = 'EnvError'
    this.refusals = refusals
  }
}

const productionRefusals = (env: Source): string[] => {
  const refusals: string[] = []
  if (!env.KEY_ENCRYPTION_KEY)
    refusals.push('KEY_ENCRYPTION_KEY is missing: make one with `openssl rand -base64 32` and keep it safe.')
  if (env.KEY_ENCRYPTION_KEY === demoKeyEncryptionKey)
    refusals.push('KEY_ENCRYPTION_KEY is the public demo key: make your own with `openssl rand -base64 32`.')
  if (!env.DATABASE_URL)
    refusals.push('DATABASE_URL is missing: give the address of a PostgreSQL 15 or later.')
  const publicUrl = env.PUBLIC_URL
  if (!publicUrl) refusals.push('PUBLIC_URL is missing: give the https address that people see.')
  else if (URL.canParse(publicUrl) && publicUrl.startsWith('http:') && !isLoopback(publicUrl))
    refusals.push('PUBLIC_URL is not https: put Portico behind TLS and give its https address.')
  if (!env.SMTP_URL)
    refusals.push('SMTP_URL is missing: give the mail server through which codes and copies leave.')
  return refusals
}

/** Empty variables count as unset, as compose files and shells write them. */
const withoutBlanks = (source: Source): Source =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''))

/** Parses `source`, or throws an `EnvError` that lists every refusal. Pure: the process is not read. */
export const readEnv = (source: Source): Env => {
  const given = withoutBlanks(source)
  given.PORTICO_MODE ??= given.NODE_ENV === 'production' ? 'production' : 'demo'
  const isProduction = given.PORTICO_MODE !== 'demo'
  const refusals = isProduction ? productionRefusals(given) : []
  if (!isProduction) given.KEY_ENCRYPTION_KEY ??= demoKeyEncryptionKey
  const parsed = envSchema.safeParse(given)
  if (parsed.success && refusals.length === 0) return parsed.data
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0])
    if (!refusals.some((line) => line.startsWith(`${name} `)))
      refusals.push(`${name} is not usable: ${issue.message}.`)
  }
  throw new EnvError(refusals)
}

let current: Env | null = null

/** The environment of this process, parsed once. Throws `EnvError`. */
export const env = (): Env => (current ??= readEnv(process.env))

/** True under a development server, where built files change while the process runs. */
export const isDeveloping = (): boolean => process.env.NODE_ENV === 'development'
