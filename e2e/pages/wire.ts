import type { Page } from '@playwright/test'

export type Fetched = { readonly url: string; readonly type: string; readonly bytes: number }

/**
 * What came over the wire to this page from now on, headers included and as it was compressed: what the browser had
 * already is not in it, nor what other origins were asked for.
 */
export const watchWire = async (page: Page, origin: string): Promise<() => readonly Fetched[]> => {
  const client = await page.context().newCDPSession(page)
  const asked = new Map<string, { url: string; type: string }>()
  const fetched: Fetched[] = []
  client.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (response.fromDiskCache || !response.url.startsWith(origin)) return
    asked.set(requestId, { url: response.url, type })
  })
  client.on('Network.requestServedFromCache', ({ requestId }) => asked.delete(requestId))
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const what = asked.get(requestId)
    if (what) fetched.push({ ...what, bytes: encodedDataLength })
  })
  await client.send('Network.enable')
  return () => fetched
}

export const bytesOf = (fetched: readonly Fetched[], type?: string): number =>
  fetched.filter((one) => type === undefined || one.type === type).reduce((sum, { bytes }) => sum + bytes, 0)
