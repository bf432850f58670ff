import { randomBytes } from 'node:crypto'
import { html, type Markup } from '../web/markup.ts'
import { type Answer, page } from '../web/serve.ts'
import { layout } from './pages.ts'

const kinds = {
  plain: 'A plain frame',
  inline: 'The SDK, inside the page',
  modal: 'The SDK, above the page',
  popup: 'The SDK, in a window',
} as const
export type EmbedKind = keyof typeof kinds

/** `/embed/modal` and its like; null for any other path. */
export const embedKindOf = (path: string): EmbedKind | null => {
  const kind = path.match(/^\/embed\/(\w+)$/)?.[1] ?? ''
  return kind in kinds ? (kind as EmbedKind) : null
}

type Embed = { readonly nonce: string; readonly portalUrl: string; readonly query: URLSearchParams }

const eventLog = html`<h2>What the page was told</h2>
<ol id="events" aria-live="polite"></ol>
<p id="outcome"></p>`

const script = (nonce: string, source: string): Markup =>
  html`<script type="module" nonce="${nonce}">${{ markup: source }}</script>`

const tellEvents = `
const list = document.querySelector('#events')
const tell = (event) => {
  const line = document.createElement('li')
  line.textContent = JSON.stringify(event)
  line.dataset.step = event.step
  list.append(line)
}`

/** The page as published samples have it: a frame and a listener that trusts one origin. */
const plainFrame = ({ nonce, portalUrl, query }: Embed): Markup => {
  const institution = query.get('institution')
  const path = institution ? `/v2/Credential/${encodeURIComponent(institution)}` : '/v2/'
  query.delete('institution')
  return html`<iframe src="${portalUrl}${path}?${query.toString()}" title="Connect your bank" width="100%" height="760"
  sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation"></iframe>
${eventLog}
${script(
  nonce,
  `${tellEvents}
addEventListener('message', (e) => {
  if (e.origin !== ${JSON.stringify(portalUrl)}) return
  tell(typeof e.data === 'string' ? JSON.parse(e.data) : e.data)
})`,
)}`
}

const bySdk = (mode: EmbedKind, { nonce, portalUrl, query }: Embed): Markup => {
  const options = { portal: portalUrl, mode, institution: query.get('institution') ?? undefined }
  const parameters = Object.fromEntries([...query].filter(([name]) => name !== 'institution'))
  const settings = JSON.stringify({ ...options, parameters }).replaceAll('<', '\\u003c')
  const button =
    mode === 'inline' ? null : html`<p><button class="button" id="open">Connect your bank</button></p>`
  return html`${button}<div id="place"></div>
${eventLog}
<script nonce="${nonce}" src="${portalUrl}/embed/v1.js"></script>
${script(
  nonce,
  `${tellEvents}
const outcome = document.querySelector('#outcome')
const start = () => {
  const container = document.querySelector('#place')
  window.visit = Portico.connect({ ...${settings}, container, onEvent: tell })
  window.visit.result.then(
    ({ loginId }) => { outcome.textContent = 'Connected: ' + loginId },
    ({ reason }) => { outcome.textContent = 'Nothing was connected: ' + reason },
  )
}
const button = document.querySelector('#open')
if (button) button.addEventListener('click', start)
else start()`,
)}`
}

/** Where the frame may lead by itself: the portal, and the address at which a visit ends. */
const framesOf = ({ portalUrl, query }: Embed): string => {
  const redirectUrl = query.get('redirectUrl') ?? ''
  return URL.canParse(redirectUrl) ? `${portalUrl} ${new URL(redirectUrl).origin}` : portalUrl
}

const policyFor = (embed: Embed): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${embed.nonce}'`,
    `style-src 'nonce-${embed.nonce}'`,
    `frame-src ${framesOf(embed)}`,
    "base-uri 'none'",
  ].join('; ')

/**
 * A page that holds the journey, under a strict policy as careful sites have one. What stands in its query goes to the
 * frame, so that every parameter can be tried.
 */
export const embedPage = (kind: EmbedKind, portalUrl: string, asked: URLSearchParams): Answer => {
  const query = new URLSearchParams(asked)
  if (!query.has('tenant')) query.set('tenant', 'maple')
  const embed: Embed = { nonce: randomBytes(16).toString('base64'), portalUrl, query }
  const content = kind === 'plain' ? plainFrame(embed) : bySdk(kind, embed)
  const markup = layout(kinds[kind], html`<h1>${kinds[kind]}</h1>${content}`, { nonce: embed.nonce })
  const headers = {
    'content-security-policy': policyFor(embed),
    'referrer-policy': 'strict-origin-when-cross-origin',
  }
  return { ...page(markup), headers }
}
