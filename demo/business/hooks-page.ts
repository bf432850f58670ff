import { html, type Markup } from '../web/markup.ts'
import type { Hook } from './hook-box.ts'
import { layout } from './pages.ts'

export type HooksView = { hooks: Hook[]; refreshSeconds: number | null }

/** A year of history is long: the page shows how a body begins, as much as can be looked through. */
const shownLetters = 20_000

export function hooksPage({ hooks, refreshSeconds }: HooksView): Markup {
  const refresh = refreshSeconds ? html`<meta http-equiv="refresh" content="${refreshSeconds}">` : null
  return layout(
    'What the portal tells us',
    html`<h1>What the portal tells us</h1>
<p>Each message that reached this server, newest first, and whether its signature is right. It may come more than
once, always under the same id.</p>
<nav class="tools" aria-label="Messages">${tools(refreshSeconds)}</nav>
${hooks.length > 0 ? html`<ol class="hooks">${hooks.map(hookItem)}</ol>` : empty}
<p><a href="/">Back to the start of Maple Lending</a></p>`,
    { head: refresh },
  )
}

const empty = html`<p class="soft">Nothing yet. Connect a bank, and the first message is here a moment after you agreed to share.</p>`

function tools(refreshSeconds: number | null): Markup {
  return refreshSeconds
    ? html`<a href="/hooks?every=${refreshSeconds}">Refresh now</a><a href="/hooks">Stop refreshing by itself</a>`
    : html`<a href="/hooks">Refresh now</a><a href="/hooks?every=3">Refresh every 3 seconds</a>`
}

const verdicts = { valid: 'The signature is right.', invalid: 'The signature is wrong: not taken.' }

function hookItem({ id, envelope, name, verdict, receivedAt, times, body }: Hook): Markup {
  const time = receivedAt.slice(0, 19).replace('T', ' ')
  const often = times > 1 ? ` It came ${times} times.` : ''
  return html`<li class="${verdict}"><article>
<h2>${name}</h2>
<p><strong>${verdicts[verdict]}</strong>${often}</p>
<p class="soft">Envelope: ${envelope}. Received <time datetime="${receivedAt}">${time} UTC</time>. Id: ${id}</p>
<details><summary>What it says</summary><pre tabindex="0"><code>${pretty(body)}</code></pre></details>
</article></li>`
}

function pretty(body: string): string {
  try {
    const text = JSON.stringify(JSON.parse(body), null, 2)
    return text.length > shownLetters ? `${text.slice(0, shownLetters)}\n…` : text
  } catch {
    return body.slice(0, shownLetters)
  }
}
