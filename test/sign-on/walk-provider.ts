/** The cookies that a browser keeps for one site. */
const jar = () => {
  const kept = new Map<string, string>()
  const take = (answer: Response): void => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      kept.set(name, value)
    }
  }
  return { take, header: () => [...kept].map(([name, value]) => `${name}=${value}`).join('; ') }
}

const leadOf = (answer: Response, from: string): string =>
  new URL(answer.headers.get('location') ?? '', from).href

/** What a person does at `openProvider`'s pages, without a browser: where they are sent back to in the end. */
export const walkProvider = async (
  start: string,
  account: string,
  decision: 'allow' | 'deny' = 'allow',
): Promise<string> => {
  const cookies = jar()
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: cookies.header() } })
    cookies.take(answer)
    return answer
  }
  const page = leadOf(await go(start), start)
  const sent = await go(page, { method: 'POST', body: new URLSearchParams({ account, decision }) })
  const resume = leadOf(sent, page)
  return leadOf(await go(resume), resume)
}
