import { until, type Web } from './house.ts'

export type Visitor = {
  readonly email: string
  readonly username: string
  readonly codes: () => string[]
  /** Lets the deadline of an attempt pass that a dead process left working. */
  readonly passDeadlines: () => Promise<void>
}

type Page = { readonly path: string; readonly html: string }

const field = (html: string, name: RegExp): string =>
  new RegExp(`name="(${name.source})"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name.source}"`)
    .exec(html)
    ?.slice(2)
    .find(Boolean) ?? ''

const nameLike = (html: string, name: RegExp): string =>
  new RegExp(`name="(${name.source})"`).exec(html)?.[1] ?? ''

/** A browser without scripts that reloads when the server was gone. */
export class Walk {
  readonly #web: Web
  readonly #visitor: Visitor
  readonly #cookies = new Map<string, string>()
  /** The steps whose forms were acknowledged by a 303 to another step. */
  readonly acknowledged = new Set<string>()
  sessionId = ''

  constructor(web: Web, visitor: Visitor) {
    this.#web = web
    this.#visitor = visitor
  }

  async #send(path: string, form?: Record<string, string>): Promise<Response | null> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    try {
      const answer = await fetch(new URL(path, this.#web.url), {
        redirect: 'manual',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
      }
      if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`)
      return answer
    } catch (thrown) {
      // The answer is cut the moment the process dies, which its parent may see a little later.
      if (!(thrown instanceof TypeError)) throw thrown
      await until(() => (this.#web.isDead() ? true : null))
      await this.#web.restart()
      return null
    }
  }

  async #get(path: string): Promise<Page | null> {
    const answer = await this.#send(path)
    if (!answer) return null
    const location = answer.headers.get('location')
    return location ? this.#get(location) : { path, html: await answer.text() }
  }

  async #open(): Promise<string> {
    for (;;) {
      const answer = await this.#send('/e/test/open', { language: 'en' })
      const location = answer?.headers.get('location')
      if (!location) continue
      this.sessionId = location.split('/')[2] ?? ''
      return location
    }
  }

  async #formOf(step: string, html: string): Promise<Record<string, string>> {
    const { email, username, codes } = this.#visitor
    const seen = field(html, /seen/)
    if (step === 'identity') return { fullName: 'Zoë Côté', email }
    if (step === 'verify') return { code: await until(() => codes().at(-1) ?? null) }
    if (step === 'consent')
      return { decision: 'agree', scope: 'transactions_90', document: field(html, /document/) }
    if (step === 'institution') return { institutionId: '14' }
    if (step === 'login') return { username, password: 'Everyday', seen }
    if (step === 'mfa') return { [nameLike(html, /answer\.[^"]+/)]: 'Triangle', seen }
    return { account: field(html, /account/) }
  }

  /** Walks to the end whatever happens to the server; answers where the browser is sent at last. */
  async toTheEnd(): Promise<URL> {
    let path = await this.#open()
    for (;;) {
      const page = await this.#get(path)
      if (!page) continue
      path = page.path
      const step = path.split('/').at(-1) ?? ''
      if (step === 'connecting') {
        await this.#visitor.passDeadlines()
        continue
      }
      const base = `/connect/${this.sessionId}`
      const target = step === 'done' ? `${base}/leave` : `${base}/submit/${step}`
      const answer = await this.#send(target, await this.#formOf(step, page.html))
      const location = answer?.headers.get('location')
      if (!location) continue
      if (step === 'done') return new URL(location)
      if (!location.endsWith(`/${step}`)) this.acknowledged.add(step)
      path = location
    }
  }
}
