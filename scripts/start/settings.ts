import { resolve } from 'node:path'
import { root } from '../db/prisma.ts'

type Source = Record<string, string | undefined>

export const portDefaults = {
  PORT: 3000,
  BANK_PORT: 3100,
  MAIL_PORT: 3200,
  MAIL_SMTP_PORT: 3201,
  DEMO_PORT: 3300,
} as const

export type PortName = keyof typeof portDefaults

/** What the launcher is asked for by the environment. */
export type Settings = {
  /** Demo: sandbox bank, mail catcher, demo business and demo tenants come along. */
  isDemo: boolean
  host: string
  ports: Record<PortName, number>
  dataDir: string
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null
  source: Source
}

export function readSettings(source: Source): Settings {
  const production = source.NODE_ENV === 'production' || source.PORTICO_MODE === 'production'
  const names = Object.keys(portDefaults) as PortName[]
  return {
    isDemo: !production,
    host: source.HOST || '127.0.0.1',
    ports: Object.fromEntries(names.map((name) => [name, readPort(name, source[name])])) as Settings['ports'],
    dataDir: resolve(root, source.PORTICO_DATA_DIR || '.portico'),
    databaseUrl: source.DATABASE_URL || null,
    source,
  }
}

function readPort(name: PortName, text: string | undefined): number {
  if (!text) return portDefaults[name]
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Error(`${name} is not usable: "${text}" is no port. Give a number from 1 to 65535, or unset it.`)
}

/** The ports this start will listen on: production has no demo parts. */
export function portsInUse({ isDemo, ports }: Settings): [PortName, number][] {
  const all = Object.entries(ports) as [PortName, number][]
  return isDemo ? all : all.filter(([name]) => name === 'PORT')
}

/**
 * The environment every part gets. Addresses of the demo parts follow from their ports; in production nothing
 * is made up, so that a missing variable is refused and not guessed.
 */
export function environmentFor(settings: Settings, databaseUrl: string | null): Record<string, string> {
  const { isDemo, host, ports, source } = settings
  const given = Object.entries(source).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const fixed = {
    PORTICO_MODE: isDemo ? 'demo' : 'production',
    PORTICO_DATA_DIR: settings.dataDir,
    HOST: host,
    PORT: String(ports.PORT),
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  }
  return { ...(isDemo ? demoEnvironment(settings) : {}), ...Object.fromEntries(given), ...fixed }
}

function demoEnvironment({ ports }: Settings): Record<string, string> {
  const urlOf = (name: PortName, scheme = 'http') => `${scheme}://127.0.0.1:${ports[name]}`
  return {
    PUBLIC_URL: urlOf('PORT'),
    BANK_URL: urlOf('BANK_PORT'),
    BANK_PUBLIC_URL: urlOf('BANK_PORT'),
    SMTP_URL: urlOf('MAIL_SMTP_PORT', 'smtp'),
    TEXTS_URL: `${urlOf('MAIL_PORT')}/api/texts`,
    DEMO_URL: urlOf('DEMO_PORT'),
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
  }
}
