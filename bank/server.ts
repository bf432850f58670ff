import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ZodError } from 'zod'
import { BankError, type BankErrorCode } from './bank-error.ts'
import { dataRoutes } from './data-routes.ts'
import { fdxRoutes } from './fdx/fdx-routes.ts'
import { loginRoutes } from './login-routes.ts'
import { connectionRoutes } from './oauth/connection-routes.ts'
import { findDoor, openDoors } from './oauth/doors.ts'
import { visitRoutes } from './oauth/visit-routes.ts'
import { pageRoutes } from './pages/page-routes.ts'
import { errorReply, type Reply } from './reply.ts'
import { readFields, readForm, readJson } from './request-body.ts'
import { getMatch, type Match } from './router.ts'
import { statusRoute } from './status-route.ts'
import { type BankClock, type BankWorld, openWorld } from './world.ts'

const routes = [
  ...loginRoutes,
  ...dataRoutes,
  statusRoute,
  ...pageRoutes,
  ...visitRoutes,
  ...connectionRoutes,
  ...fdxRoutes,
]

export type BankOptions = {
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
  readonly publicUrl?: string | undefined
  /** Portals to which OAuth may lead back, besides any on this machine. */
  readonly portalUrls?: readonly string[]
  /** How long a slow persona takes; 10 s unless told. */
  readonly slowMs?: number
  readonly clock?: BankClock
  /** Takes one JSON line a request; it never holds a credential, a token or a path parameter. */
  readonly log?: (line: string) => void
}

export type RunningBank = { readonly url: string; readonly close: () => Promise<void> }

const codeOf = (error: unknown): BankErrorCode => {
  if (error instanceof BankError) return error.code
  return error instanceof ZodError ? 'invalid_request' : 'internal_error'
}

const bearerOf = (message: IncomingMessage): string | null =>
  /^Bearer ([\w.~+/=-]+)$/iu.exec(message.headers.authorization ?? '')?.[1] ?? null

const write = (response: ServerResponse, reply: Reply): void => {
  if (reply.kind === 'cut') response.destroy()
  if (reply.kind === 'send' && !response.destroyed)
    response.writeHead(reply.status, reply.headers).end(reply.body)
}

type Exchange = { readonly message: IncomingMessage; readonly response: ServerResponse }

const answer = async (world: BankWorld, raw: Exchange, match: Match, url: URL): Promise<Reply> =>
  match.route.handle(world, {
    params: match.params,
    query: Object.fromEntries(url.searchParams),
    bearer: bearerOf(raw.message),
    readJson: () => readJson(raw.message),
    readForm: () => readForm(raw.message),
    readFields: () => readFields(raw.message),
    raw,
  })

/** Answers one request; gives back what the log may say about it. */
const serve = async (world: BankWorld, message: IncomingMessage, response: ServerResponse) => {
  const door = findDoor(world.doors, message)
  if (door) {
    await door.handle(message, response)
    return { method: message.method, pattern: `/oauth/${door.name}`, status: response.statusCode }
  }
  let pattern = 'unknown'
  let reply: Reply
  try {
    const url = new URL(message.url ?? '/', 'http://bank.invalid')
    const match = getMatch(routes, message.method ?? 'GET', url.pathname)
    pattern = match.route.pattern
    reply = await answer(world, { message, response }, match, url)
  } catch (error) {
    reply = errorReply(codeOf(error), error instanceof BankError ? error.triesLeft : undefined)
  }
  write(response, reply)
  return { method: message.method, pattern, status: reply.kind === 'send' ? reply.status : reply.kind }
}

/** Starts the bank in this process. Rejects with `EADDRINUSE` when the port is taken. */
export const startBank = async (options: BankOptions): Promise<RunningBank> => {
  const {
    port,
    host = '127.0.0.1',
    slowMs = 10_000,
    clock = { now: () => new Date() },
    log = () => {},
  } = options
  const closing = new AbortController()
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  // A wildcard is an address to listen on, not one to be reached at.
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const url = `http://${reachable}:${(server.address() as AddressInfo).port}`
  const publicUrl = options.publicUrl ?? url
  const doors = openDoors({ clock, publicUrl, portalUrls: options.portalUrls ?? [] })
  const world = openWorld({ clock, slowMs, publicUrl, doors, closing: closing.signal })
  server.on('request', async (message: IncomingMessage, response: ServerResponse) => {
    const startedAt = performance.now()
    const facts = await serve(world, message, response)
    log(
      JSON.stringify({
        at: clock.now().toISOString(),
        ...facts,
        ms: Math.round(performance.now() - startedAt),
      }),
    )
  })
  const close = async (): Promise<void> => {
    closing.abort()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
  return { url, close }
}
