import { join } from 'node:path'
import { z } from 'zod'

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback)

// The demo programs stand outside the portal: this is the one file of theirs that reads the environment.
const demoEnvSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  MAIL_PORT: port(3200),
  MAIL_SMTP_PORT: port(3201),
  DEMO_PORT: port(3300),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
  PORTICO_DATA_DIR: z.string().min(1).default('.portico'),
  DEMO_WEBHOOK_SECRET: z.string().min(1).default('whsec_ZGVtby13ZWJob29rLXNlY3JldC1vZi1tYXBsZS1sZW5kaW5n'),
  DEMO_DIALECT_WEBHOOK_SECRET: z.string().min(1).default('demo-dialect-webhook-secret-maple'),
  DEMO_RETURN_SIGNING_SECRETS: z
    .string()
    .min(1)
    .default(['maple', 'nordik', 'hostile'].map((slug) => `demo-return-signing-secret-${slug}`).join(',')),
})

export type DemoEnv = {
  host: string
  mailPort: number
  smtpPort: number
  businessPort: number
  portalUrl: string
  mailFile: string
  /** Of every tenant that returns here. */
  signingSecrets: readonly string[]
  webhookSecret: string
  dialectWebhookSecret: string
}

/** Throws with the names of the offending variables. */
export function readDemoEnv(source: Record<string, string | undefined> = process.env): DemoEnv {
  const parsed = demoEnvSchema.safeParse(source)
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path.join('.')))
    throw new Error(`Cannot start the demo: check ${[...names].join(', ')}`)
  }
  const env = parsed.data
  return {
    host: env.HOST,
    mailPort: env.MAIL_PORT,
    smtpPort: env.MAIL_SMTP_PORT,
    businessPort: env.DEMO_PORT,
    portalUrl: env.PUBLIC_URL.replace(/\/+$/, ''),
    mailFile: join(env.PORTICO_DATA_DIR, 'mail/messages.jsonl'),
    signingSecrets: env.DEMO_RETURN_SIGNING_SECRETS.split(','),
    webhookSecret: env.DEMO_WEBHOOK_SECRET,
    dialectWebhookSecret: env.DEMO_DIALECT_WEBHOOK_SECRET,
  }
}
