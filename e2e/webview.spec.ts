import { expect, type Page, test } from '@playwright/test'
import { FramedJourney } from './pages/host-page.ts'
import { plantedTenant } from './pages/planted-tenant.ts'
import { addresses } from './stack/addresses.ts'

const deepLink = 'com.example.app:/connected'

/**
 * What the app around a WebView does (`shouldStartLoad`, `shouldOverrideUrlLoading`, `NavigationDelegate`): it sees each
 * navigation before it happens, and takes those to its own scheme.
 */
const interceptDeepLinks = async (page: Page): Promise<URL[]> => {
  const taken: URL[] = []
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.enable')
  devtools.on('Page.frameRequestedNavigation', ({ url }) => {
    if (url.startsWith('com.example.app:')) taken.push(new URL(url))
  })
  return taken
}

/** What React Native puts into each page of a WebView that has an `onMessage`. */
const bridge = async (page: Page): Promise<string[]> => {
  const heard: string[] = []
  await page.exposeFunction('toApp', (text: string) => heard.push(text))
  await page.addInitScript(() => {
    const toApp = (text: string) => (window as unknown as { toApp(text: string): void }).toApp(text)
    Object.assign(window, { ReactNativeWebView: { postMessage: toApp } })
  })
  return heard
}

test('a WebView takes the deep link at the end, with all that the app needs, and hears each event as text', async ({
  page,
}) => {
  const { slug } = await plantedTenant({ returnUrls: [deepLink] })
  const taken = await interceptDeepLinks(page)
  const heard = await bridge(page)
  const query = { tenant: slug, demo: 'true', webview: 'true', redirectUrl: `${deepLink}?state=7` }
  await page.goto(`${addresses.portal()}/v2/Credential/14?${new URLSearchParams(query)}`)
  const journey = new FramedJourney(page)
  await journey.agree()
  await journey.signIn('greatday_nomfa')
  await journey.share()
  await expect.poll(() => taken.length).toBe(1)
  const told = Object.fromEntries(taken[0]?.searchParams ?? [])
  expect(taken[0]?.href).toMatch(/^com\.example\.app:\/connected\?/)
  expect(told).toMatchObject({ state: '7', institution: 'FlinksCapital', signature: expect.any(String) })
  await expect
    .poll(() => heard.map((text) => JSON.parse(text)))
    .toContainEqual(expect.objectContaining({ step: 'REDIRECT', loginId: told.loginId, url: taken[0]?.href }))
  expect(JSON.parse(heard[0] ?? '')).toEqual({ step: 'APP_MOUNTED' })
})

test('a hosted link leads into an app as well, by its form alone and without scripts', async ({
  browser,
}) => {
  const { slug } = await plantedTenant({ preset: 'connect', identityFields: [], returnUrls: [deepLink] })
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${addresses.portal()}/e/${slug}?demo=true&redirectUrl=${deepLink}`)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'I do not agree' }).click()
  const left = page.waitForResponse((response) => response.url().endsWith('/leave'))
  await page.getByRole('button', { name: /^(Return|Go back|Continue)/ }).click()
  expect((await (await left).allHeaders()).location).toMatch(
    /^com\.example\.app:\/connected\?.*error=declined/,
  )
  await context.close()
})

test('an address that is not on the list leads nowhere', async ({ page }) => {
  const { slug } = await plantedTenant({ returnUrls: [deepLink] })
  const query = new URLSearchParams({
    tenant: slug,
    demo: 'true',
    redirectUrl: 'com.example.other:/connected',
  })
  await page.goto(`${addresses.portal()}/v2/?${query}`)
  await page.getByText('For the developers').click()
  await expect(page.getByText('return_url_refused')).toBeVisible()
})
