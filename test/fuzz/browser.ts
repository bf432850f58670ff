export type Answer = {
  readonly path: string
  readonly status: number
  readonly location: string | null
  readonly text: string
}

/** In a frame nobody is asked who they are: the page around knows. */
export type OpenedVisit = { readonly id: string; readonly slug: string; readonly isFramed: boolean }

type Sent = { readonly form?: Record<string, string>; readonly headers?: Record<string, string> }

/** One person's browser. `mark` is in all that they type, so that it can be recognised where it does not belong. */
export class Browser {
  readonly mark: string
  readonly #url: string
  readonly #cookies = new Map<string, string>()
  readonly visits: OpenedVisit[] = []

  constructor(url: string, mark: string) {
    this.#url = url
    this.mark = mark
  }

  async send(path: string, { form, headers = {} }: Sent = {}): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(this.#url + path, {
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return {
      path,
      status: answer.status,
      location: answer.headers.get('location'),
      text: await answer.text(),
    }
  }

  /** The page that is due at `path`, after every way that the server sends. */
  async follow(path: string): Promise<Answer> {
    const answer = await this.send(path)
    return answer.location?.startsWith('/') ? this.follow(answer.location) : answer
  }
}
