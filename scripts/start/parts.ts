import { root } from '../db/prisma.ts'
import type { PartPlan } from '../process/part.ts'
import { boundedMemory } from './bounded-memory.ts'
import type { Settings } from './settings.ts'
import { warmDoors } from './warm-doors.ts'
import { builtWebEnvironment } from './web-environment.ts'

const next = 'node_modules/next/dist/bin/next'

export type Style = 'start' | 'dev'

/** The programs of the house, in the order they are told of. */
export function planParts(settings: Settings, env: Record<string, string>, style: Style): PartPlan[] {
  const portal = [webPart(settings, env, style), workerPart(env, style)]
  return settings.isDemo ? [...demoParts(settings, env, style), ...portal] : portal
}

function webPart({ host, ports }: Settings, env: Record<string, string>, style: Style): PartPlan {
  const origin = `http://${reachable(host)}:${ports.PORT}`
  const nodeEnv = style === 'dev' ? 'development' : 'production'
  return {
    name: 'web',
    args: [next, style, '--hostname', host, '--port', String(ports.PORT)],
    env: {
      ...(style === 'start' ? builtWebEnvironment() : {}),
      ...env,
      NODE_ENV: nodeEnv,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    cwd: root,
    ready: {
      url: `${origin}/readyz`,
      ...(style === 'start' ? { after: () => warmDoors(origin) } : {}),
    },
  }
}

function workerPart(env: Record<string, string>, style: Style): PartPlan {
  return { ...program('worker', 'lib/jobs/worker.ts', { ...boundedMemory, ...env }, style), ready: 'message' }
}

function demoParts({ ports }: Settings, env: Record<string, string>, style: Style): PartPlan[] {
  const at = (port: number) => ({ ready: { url: `http://127.0.0.1:${port}/` } })
  const bankEnv = { BANK_PORTAL_URLS: env.PUBLIC_URL ?? '', ...env }
  return [
    { ...program('bank', 'bank/main.ts', bankEnv, style), ...at(ports.BANK_PORT) },
    { ...program('mail', 'demo/mail/main.ts', env, style), ...at(ports.MAIL_PORT) },
    { ...program('business', 'demo/business/main.ts', env, style), ...at(ports.DEMO_PORT) },
  ]
}

function program(name: string, file: string, env: Record<string, string>, style: Style) {
  const watch = style === 'dev' ? ['--watch', '--watch-preserve-output'] : []
  return { name, args: [...watch, file], env, cwd: root }
}

/** An address to ask at, where the part listens on all of them. */
const reachable = (host: string) => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host)
