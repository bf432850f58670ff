import { html, type Markup } from '../web/markup.ts'
import type { Verdict } from './return-signature.ts'
import { style } from './style.ts'

const embedLinks = html`<a href="/embed/plain">in a plain frame</a>, <a href="/embed/inline">by the SDK, inside the page</a>,
<a href="/embed/modal">by the SDK, above the page</a>, or <a href="/embed/popup">in a window</a>`

export function startPage(hostedLink: string): Markup {
  return layout(
    'Borrow with a clear picture',
    html`<h1>Borrow with a clear picture</h1>
<p>Maple Lending reads your account history once, with your consent, instead of asking for months of paper
statements. It takes about two minutes.</p>
<p><a class="button" href="${hostedLink}">Connect your bank</a></p>
<p>Or without leaving this site: ${embedLinks}.</p>
<p><a href="/hooks?every=3">What the portal tells our server</a>, as it comes.</p>
<p class="soft">Maple Lending is invented. It stands for a business that uses the portal: the button above is all
the code it needs, and the page you come back to is on this site again.</p>`,
  )
}

export type ReturnView = { query: URLSearchParams; verdict: Verdict; portalUrl: string }

export function returnPage(view: ReturnView): Markup {
  const error = view.query.get('error')
  const loginId = view.query.get('loginId')
  const title = error ? 'No bank was connected' : loginId ? 'Your bank is connected' : 'Nothing came back'
  return layout(
    title,
    html`<h1>${title}</h1>
${leadOf(error, loginId)}
${verdictNote(view.verdict)}
<h2>What the portal sent back</h2>
${parameters(view.query)}
${loginId && !error ? nextSteps(loginId, view.portalUrl) : null}
<h2>Again</h2>
<p><a href="/">Back to the start of Maple Lending</a></p>`,
  )
}

function leadOf(error: string | null, loginId: string | null): Markup {
  if (error)
    return html`<p>The visit ended without a connection: <strong>${error}</strong>. Nothing was shared, and you can try again.</p>`
  if (loginId)
    return html`<p>Thank you. Maple Lending received a reference to the connection, and nothing else through your browser.</p>`
  return html`<p>This page expects to be opened by the portal at the end of a visit.</p>`
}

const verdictTexts: Record<Verdict, string> = {
  valid: 'The signature is right: these values are as the portal sent them.',
  invalid:
    'The signature is wrong: a value was changed on the way, or the secrets differ. A real business stops here.',
  missing: 'There is no signature, so anyone could have written these values. A real business stops here.',
}

function verdictNote(verdict: Verdict): Markup {
  return html`<p class="verdict ${verdict}">${verdictTexts[verdict]}</p>`
}

function parameters(query: URLSearchParams): Markup {
  const rows = [...query].map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)
  return rows.length > 0 ? html`<dl>${rows}</dl>` : html`<p>Nothing.</p>`
}

function nextSteps(loginId: string, portalUrl: string): Markup {
  return html`<h2>What the server of a business does next</h2>
<p>With its API key, and never from the browser, it exchanges the <code>loginId</code> for a request and reads the
accounts of that request:</p>
<pre tabindex="0"><code>POST ${portalUrl}/v3/{customerId}/BankingServices/Authorize
{ "LoginId": "${loginId}", "MostRecentCached": true }

POST ${portalUrl}/v3/{customerId}/BankingServices/GetAccountsDetail
{ "RequestId": "…from the answer above…" }</code></pre>`
}

type Extras = {
  /** Stands among the meta elements. */
  head?: Markup | null
  /** For a page under a policy that lets no other style or script run. */
  nonce?: string
}

export function layout(title: string, content: Markup, { head, nonce = '' }: Extras = {}): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Maple Lending</title>
${head ?? null}
<style nonce="${nonce}">${{ markup: style }}</style>
</head>
<body>
<header><p>Maple Lending</p></header>
<main>
${content}
</main>
</body>
</html>`
}
