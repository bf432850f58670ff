export type JsonPost = {
  readonly url: string
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
  /** The whole exchange is given up after this long. */
  readonly timeoutMs: number
}

/** Posts to an address that an operator set, and throws unless it is taken in. Redirects are not followed: a token would travel along. */
export const postJson = async ({ url, body, headers, timeoutMs }: JsonPost): Promise<void> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`refused with status ${answer.status}`)
}
