import type { LoginView } from './view.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const esc = (text = '') => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

const field = (name: string, label: string, hint: string, input: string) =>
  `<div class="field"><label class="label" for="${name}">${esc(label)}</label><p class="hint" id="${name}-hint">${esc(hint)}</p>${input}</div>`

function form({ id, csrf, expiresAt, strings }: LoginView): string {
  const username = `<input class="input" id="username" type="text" autoComplete="username" autoCapitalize="none" spellCheck="false" required="" aria-describedby="username-hint" name="username"/>`
  const password = `<input class="input" id="password" type="password" autoComplete="current-password" required="" aria-describedby="password-hint" name="password"/>`
  return `<form class="form" action="/connect/${esc(id)}/submit/login" method="post"><input type="hidden" name="csrf" value="${esc(csrf)}"/>${field('username', strings.username, strings.usernameHint, username)}${field('password', strings.password, strings.passwordHint, password)}<div class="actions"><button class="button button--primary" type="submit">${esc(strings.submit)}</button><a class="button button--quiet" href="/connect/${esc(id)}/leave">${esc(strings.leave)}</a></div><p class="note">${esc(strings.expires)} <time>${esc(expiresAt)}</time></p></form>`
}

const icon =
  '<svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><circle class="icon__ring" cx="10" cy="10" r="9"></circle><path class="icon__mark" d="M7.2 7.6a2.8 2.8 0 1 1 4.1 2.5c-.8.4-1.3 1-1.3 1.9v.4M10 14.6v.1"></path></svg>'

const help = ({ id, strings }: LoginView) =>
  `<section class="help" aria-label="Help">${strings.help.map(([question, answer]) => `<details class="help__item"><summary class="help__question">${icon}${esc(question)}</summary><p class="help__answer">${esc(answer)}</p></details>`).join('')}<a class="back" href="/connect/${esc(id)}/institution">${esc(strings.back)}</a></section>`

const footer = ({ tenant, strings }: LoginView) =>
  `<footer class="footer"><p class="legal">${esc(strings.legal(tenant))}</p><ul class="links">${strings.footer.map(([href, text]) => `<li class="links__item"><a class="links__link" href="${esc(href)}">${esc(text)}</a></li>`).join('')}</ul></footer>`

/** The same bytes as the React page, written by hand: the upper bound for any renderer. */
export function loginTemplate(view: LoginView, nonce: string): string {
  const { strings, bank, tenant } = view
  return `<!doctype html><html lang="${esc(view.locale)}"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${esc(strings.title(bank))}</title><link rel="icon" href="data:,"/><link rel="stylesheet" href="/journey.css"/><style nonce="${nonce}">${view.brandCss}</style></head><body><div class="page"><header class="header"><a class="skip" href="#main">Skip to the form</a><span class="monogram" aria-hidden="true">${esc(tenant.slice(0, 1))}</span><span class="tenant">${esc(tenant)}</span></header><main id="main" class="card"><p class="step">${esc(strings.step)}</p><h1 class="title">${esc(strings.title(bank))}</h1><p class="lead">${esc(strings.lead(bank, tenant))}</p>${form(view)}${help(view)}</main>${footer(view)}</div></body></html>`
}
