import { existsSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { chromium } from '@playwright/test'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const kib = (bytes) => bytes / 1024

/** What a browser really asks for on the first screen; null without a browser. */
export async function openBrowser() {
  if (!existsSync(executablePath)) return null
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] })
}

/** Requests until the network is still, and script bytes: files and inline, each brotli-compressed. */
export async function weigh(browser, url, cookie) {
  const context = await browser.newContext()
  const [name, value] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  const responses = []
  page.on('response', (response) => responses.push(response))
  page.on(
    'console',
    (message) => message.text().includes('Content Security Policy') && refused.push(message.text()),
  )
  await page.goto(url, { waitUntil: 'networkidle' })
  const asked = responses.filter((response) => response.url().startsWith('http'))
  const files = asked.filter((response) => response.request().resourceType() === 'script')
  const bodies = await Promise.all(files.map((response) => response.body()))
  const inline = await page.locator('script:not([src])').allTextContents()
  await context.close()
  const sum = [...bodies, ...inline].reduce((total, script) => total + brotliCompressSync(script).length, 0)
  return { requests: asked.length, scriptKib: kib(sum) }
}
