import type { IncomingMessage, ServerResponse } from 'node:http'
import { institutions } from '../institutions.ts'
import type { BankClock } from '../world.ts'
import { type Door, openDesk } from './door.ts'
import { openProvider } from './provider.ts'
import { callbackPath } from './redirect-rule.ts'

type DoorOptions = {
  readonly clock: BankClock
  readonly publicUrl: string
  /** Where the portal stands, besides any port of this machine. */
  readonly portalUrls: readonly string[]
}

const cookieOf = /(?:^|;\s*)bank_\w+_session(?:\.sig)?=[^;]*/gu

type Callback = (message: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Hands the request on as if the door were the whole server, at the address under which the issuer is known. The
 * session cookie stays outside: a second person at the same browser must meet a sign-in page, not the first one's
 * session.
 */
const handOn =
  (callback: Callback, issuer: string): Callback =>
  async (message, response) => {
    const { protocol, host, pathname: mount } = new URL(issuer)
    const { cookie } = message.headers
    if (cookie !== undefined) message.headers.cookie = cookie.replace(cookieOf, '')
    message.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    message.headers['x-forwarded-host'] = host
    const originalUrl = message.url ?? ''
    const url = originalUrl.slice(mount.length) || '/'
    await callback(Object.assign(message, { originalUrl, url }), response)
  }

/** The institutions that speak OAuth, each an issuer of its own below the bank's address. */
export const openDoors = ({ clock, publicUrl, portalUrls }: DoorOptions): readonly Door[] =>
  institutions.flatMap((institution): Door[] => {
    const { oauth: name } = institution
    if (name === undefined) return []
    const desk = openDesk()
    const issuer = `${publicUrl}/oauth/${name}`
    const resource = `${publicUrl}/fdx/${name}/v6`
    const redirectUris = [...portalUrls, 'http://127.0.0.1'].map((url) => url + callbackPath)
    const provider = openProvider({ name, issuer, resource, desk, clock, redirectUris })
    const handle = handOn(provider.callback(), issuer)
    return [{ name, institution, issuer, resource, provider, desk, handle }]
  })

const ownPages = /^\/oauth\/\w+\/(?:interaction|connections)(?:\/|$)/u
const metadataPath = '/.well-known/oauth-authorization-server'

/** The door that answers this address by itself: all but its pages; RFC 8414 writes its own in front of the path. */
export const findDoor = (doors: readonly Door[], message: IncomingMessage): Door | null => {
  const pathname = URL.parse(message.url ?? '/', 'http://bank.invalid')?.pathname ?? ''
  return (
    doors.find(({ name }) => {
      const mount = `/oauth/${name}`
      if (pathname === metadataPath + mount) message.url = mount + metadataPath
      const isOurs = pathname.startsWith(`${mount}/`) || pathname === metadataPath + mount
      return isOurs && !ownPages.test(pathname)
    }) ?? null
  )
}
