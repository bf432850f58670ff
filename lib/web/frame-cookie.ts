const name = '__Host-portico-frame'

/**
 * Set before a visit is opened inside another page and read at the next request: so it is known beforehand whether the
 * browser keeps cookies there. Partitioned, for a browser that shuts out third parties keeps those. Its value is the
 * origin of the page around, which only the first request can tell.
 */
export const frameCookie = (origin: string | null): string =>
  `${name}=${encodeURIComponent(origin ?? '')}; Path=/; Max-Age=120; HttpOnly; Secure; SameSite=None; Partitioned`

/** Null where the browser refused it; else the origin it was told, empty where none was. */
export const frameCookieFrom = (request: Request): string | null => {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1))
}
