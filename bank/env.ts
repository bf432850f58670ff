import { z } from 'zod'

// The bank is a program of its own: this is the one file in it that reads the environment.
const bankEnvSchema = z.object({
  BANK_PORT: z.coerce.number().int().min(0).max(65_535).default(3100),
  BANK_HOST: z.string().min(1).default('127.0.0.1'),
  BANK_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  BANK_PORTAL_URLS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((url) => url !== ''))
    .pipe(z.array(z.url({ protocol: /^https?$/ }))),
  BANK_LOG: z.enum(['0', '1']).default('0'),
})

export type BankEnv = {
  readonly port: number
  readonly host: string
  /** Without it, links start with the address the bank listens on. */
  readonly publicUrl: string | undefined
  /** Portals to which OAuth may lead back; those on this machine need not be named. */
  readonly portalUrls: readonly string[]
  readonly isLogging: boolean
}

/** Throws with the name of the offending variable and never its value. */
export const readBankEnv = (source: Record<string, string | undefined> = process.env): BankEnv => {
  const parsed = bankEnvSchema.safeParse(source)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))]
    throw new Error(`Cannot start the sandbox bank: check ${names.join(', ')}`)
  }
  const { BANK_PORT: port, BANK_HOST: host, BANK_PUBLIC_URL, BANK_PORTAL_URLS, BANK_LOG } = parsed.data
  const bare = (url: string) => url.replace(/\/+$/, '')
  return {
    port,
    host,
    publicUrl: BANK_PUBLIC_URL && bare(BANK_PUBLIC_URL),
    portalUrls: BANK_PORTAL_URLS.map(bare),
    isLogging: BANK_LOG === '1',
  }
}
