const pauseMs = 250

const textOf = (form: HTMLFormElement): URLSearchParams =>
  new URLSearchParams(
    [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )

type Answer = { readonly page: Document; readonly css: string }

/** The style is taken out beforehand: to parse it would already break the policy of this page. */
const parse = (html: string): Answer => {
  const [style, css = ''] = /<style[^>]*>([^<]*)<\/style>/.exec(html) ?? ['']
  return { page: new DOMParser().parseFromString(html.replace(style, ''), 'text/html'), css }
}

const ask = async (action: string, body: URLSearchParams, signal: AbortSignal): Promise<Answer | null> => {
  const answer = await fetch(action, { method: 'POST', body, signal, headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return null
  return parse(await answer.text())
}

/** Draws the page anew in the frame without a new address, so that nothing flickers and "back" stays what it was. */
const redraw = (frame: HTMLIFrameElement, { page, css }: Answer): void => {
  const inside = frame.contentDocument
  if (!inside?.body) return
  const style = inside.querySelector('style')
  // The policy of the page in the frame knows its own nonce, which scripts may read and markup may not.
  const painted = inside.createElement('style')
  painted.nonce = style?.nonce ?? ''
  painted.textContent = css
  style?.replaceWith(painted)
  const top = inside.documentElement.scrollTop
  inside.documentElement.lang = page.documentElement.lang
  inside.body.replaceWith(inside.adoptNode(page.body))
  inside.documentElement.scrollTop = top
}

/** The parts that tell of what is typed: what it measures, and what is missing. What was opened in them stays open. */
const renew = (page: Document, { page: answer }: Answer): void => {
  for (const part of page.querySelectorAll('[data-part]')) {
    const fresh = answer.querySelector(`[data-part="${part.getAttribute('data-part')}"]`)
    if (!fresh) continue
    const shown = part.querySelectorAll('details')
    for (const [n, details] of fresh.querySelectorAll('details').entries())
      details.open = shown[n]?.open ?? false
    part.replaceWith(fresh)
  }
}

/** A colour may be picked or written; either follows the other. */
const mirrorColours = (page: Document, changed: (field: HTMLElement) => void): void => {
  for (const picker of page.querySelectorAll<HTMLInputElement>('[data-picks]')) {
    const field = page.getElementById(picker.dataset.picks ?? '') as HTMLInputElement | null
    if (!field) continue
    picker.hidden = false
    picker.addEventListener('input', () => {
      field.value = picker.value
      changed(field)
    })
    field.addEventListener('input', () => {
      if (/^#[0-9a-f]{6}$/i.test(field.value)) picker.value = field.value
    })
  }
}

/** Shows and measures what is being typed, before it is saved. */
export const studio = (page: Document): void => {
  const pane = page.querySelector<HTMLFormElement>('form[data-preview]')
  const frame = page.querySelector<HTMLIFrameElement>('iframe[name="preview"]')
  if (!pane || !frame) return
  const form = page.getElementById(pane.dataset.preview ?? '') as HTMLFormElement | null
  for (const button of pane.querySelectorAll<HTMLElement>('[data-without-script]')) button.hidden = true
  let due: ReturnType<typeof setTimeout> | undefined
  let running = new AbortController()
  const show = async (isTyped: boolean) => {
    running.abort()
    running = new AbortController()
    const typed = form ? textOf(form) : new URLSearchParams()
    const wish = textOf(pane)
    for (const [name, value] of wish) typed.set(name, value)
    if (form) typed.set('kind', pane.dataset.kind ?? '')
    const { signal } = running
    try {
      const tried = isTyped && form ? ask(form.dataset.try ?? '', textOf(form), signal) : null
      const drawn = await ask(pane.action, typed, signal)
      if (drawn) redraw(frame, drawn)
      const answer = await tried
      if (answer) renew(page, answer)
    } catch {
      // Overtaken by the next letter, or offline: the button still shows it.
    }
  }
  const soon = (isTyped: boolean) => {
    clearTimeout(due)
    due = setTimeout(() => show(isTyped), pauseMs)
  }
  pane.addEventListener('change', () => soon(false))
  form?.addEventListener('input', () => soon(true))
  mirrorColours(page, () => soon(true))
}
