import { html, linkify, type Markup } from '../web/markup.ts'
import type { Message } from './message.ts'
import { style } from './style.ts'

export type InboxView = { messages: Message[]; address: string | null; refreshSeconds: number | null }

export function inboxPage({ messages, address, refreshSeconds }: InboxView): Markup {
  const refresh = refreshSeconds ? html`<meta http-equiv="refresh" content="${refreshSeconds}">` : null
  const count = messages.length === 1 ? '1 message' : `${messages.length} messages`
  const whose = address ? ` to ${address}` : ''
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${count}${whose} – Demo mail and texts</title>
${refresh}
<style>${{ markup: style }}</style>
</head>
<body>
<main>
<h1>Demo mail and texts</h1>
<p class="soft">What the demo sent, newest first: ${count}${whose}. Nothing here leaves this machine.</p>
<nav class="tools" aria-label="Inbox">${tools(address, refreshSeconds)}</nav>
${messages.length > 0 ? html`<ol>${messages.map(messageItem)}</ol>` : emptyNote()}
</main>
</body>
</html>`
}

function tools(address: string | null, refreshSeconds: number | null): Markup {
  const here = (every: number | null) => {
    const query = new URLSearchParams({
      ...(address ? { to: address } : {}),
      ...(every ? { every: String(every) } : {}),
    })
    return `/?${query}`
  }
  const toggle = refreshSeconds
    ? html`<a href="${here(null)}">Stop refreshing by itself</a>`
    : html`<a href="${here(5)}">Refresh every 5 seconds</a>`
  const all = address ? html`<a href="/">Messages to everyone</a>` : null
  return html`<a href="${here(refreshSeconds)}">Refresh now</a>${toggle}${all}`
}

function emptyNote(): Markup {
  return html`<p>Nothing yet. Codes and receipts appear here as soon as the portal sends them.</p>`
}

function messageItem(message: Message): Markup {
  const kind = message.kind === 'mail' ? 'Mail' : 'Text'
  const title = message.kind === 'mail' ? message.subject : `Text to ${message.to.join(', ')}`
  const time = message.receivedAt.slice(0, 19).replace('T', ' ')
  return html`<li><article>
<h2>${title}</h2>
<p class="meta"><span class="kind">${kind}</span> to ${recipients(message)} from ${message.from}, <time datetime="${message.receivedAt}">${time} UTC</time></p>
<p class="text">${linkify(message.text.trim())}</p>
${attachments(message)}
</article></li>`
}

function recipients({ to }: Message): Markup {
  const links = to.map(
    (address) => html` <a href="/?${new URLSearchParams({ to: address }).toString()}">${address}</a>`,
  )
  return html`${links}`
}

function attachments({ id, attachments: files }: Message): Markup | null {
  if (files.length === 0) return null
  const links = files.map(
    ({ name }, i) => html` <a href="/messages/${id}/attachments/${i}" download="${name}">${name}</a>`,
  )
  return html`<p class="meta">Attached:${links}</p>`
}
