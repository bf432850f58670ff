/** A browser without scripts: it keeps cookies, follows the bank's own redirects and sends the forms of a page. */
export const openBrowser = (bankUrl: string) => {
  const jar = new Map<string, { value: string; path: string }>()

  const cookiesFor = (pathname: string): string =>
    [...jar]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')

  const remember = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split('; ')
      const [name = '', value = ''] = pair.split('=')
      const path = rest.find((part) => part.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
      if (value === '') jar.delete(name)
      else jar.set(name, { value, path })
    }
  }

  /** The first page that is no redirect of the bank's; `location` is set when it leads away from the bank. */
  const go = async (url: string, body?: URLSearchParams): Promise<Seen> => {
    const { pathname } = new URL(url)
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: cookiesFor(pathname) },
      ...(body ? { body } : {}),
    })
    remember(response)
    const location = response.headers.get('location')
    if (location === null)
      return { url, status: response.status, page: await response.text(), location: null }
    const next = new URL(location, url)
    if (next.origin === new URL(bankUrl).origin) return go(next.href)
    return { url, status: response.status, page: '', location: next }
  }

  const send = (seen: Seen, action: string, fields: [string, string][]): Promise<Seen> =>
    go(
      `${seen.url.replace(/\/(sign-in|answers|resend|consent|cancel)$/u, '')}/${action}`,
      new URLSearchParams(fields),
    )

  return { go, send }
}

export type Seen = {
  readonly url: string
  readonly status: number
  readonly page: string
  readonly location: URL | null
}
export type Browser = ReturnType<typeof openBrowser>
