/**
 * How often the window is looked at, and how long after an answer the visit is: a closed window is noticed within two
 * seconds, however slow the network (E9).
 */
const lookEveryMs = 1_000
/** Two clicks are one. */
const secondClickMs = 2_000

/** `try` names the try that the visit is at, and the pass that its form needs. */
type Status = { readonly isAtBank?: boolean; readonly try?: { readonly seen: string; readonly pass: string } }

const features = (): string => {
  const [width, height] = [Math.min(480, screen.availWidth), Math.min(720, screen.availHeight)]
  const left = Math.max(0, Math.round((screen.availWidth - width) / 2))
  return `popup,width=${width},height=${height},left=${left},top=40`
}

const say = (page: Document, step: string): void => {
  page.dispatchEvent(new CustomEvent('portico:say', { detail: { step } }))
}

/** The page of the frame beside the window: what it shows, and when it goes on. */
class Watch {
  private window: Window | null = null
  private isLooking = false
  private wasAtBank = false
  private readonly form: HTMLFormElement

  constructor(form: HTMLFormElement) {
    this.form = form
  }

  private show(state: 'open' | 'closed' | 'blocked'): void {
    for (const name of ['open', 'closed', 'blocked']) {
      const box = this.form.querySelector<HTMLElement>(`[data-window-${name}]`)
      if (box) box.hidden = name !== state
    }
  }

  opened(window: Window): void {
    this.window = window
    this.show('open')
    this.begin()
  }

  /** Also for a tab of which this page holds nothing. */
  begin(): void {
    if (this.isLooking) return
    this.isLooking = true
    // A bank may cut itself off from this page, and its window then looks closed: so this is told, and not believed.
    setInterval(() => this.isClosed && this.show('closed'), lookEveryMs)
    setTimeout(() => this.look(), lookEveryMs)
  }

  get isClosed(): boolean {
    return this.window?.closed === true
  }

  blocked(): void {
    this.show('blocked')
  }

  /** A try that has begun since has a pass of its own, for the window may be opened again. */
  private renew(status: Status): void {
    for (const [name, value] of Object.entries(status.try ?? {})) {
      const field = this.field(name)
      if (field) field.value = value
    }
  }

  private field(name: string): HTMLInputElement | null {
    return this.form.querySelector(`input[name="${name}"]`)
  }

  private async look(): Promise<void> {
    try {
      const answer = await fetch(this.form.dataset.bankWindow ?? '', {
        headers: { accept: 'application/json' },
      })
      const status = (await answer.json()) as Status
      // Until the visit was seen at the bank, what is looked for is that it goes there, or that it could not.
      const isBefore = !this.wasAtBank && status.try?.seen === this.field('seen')?.value
      const isWaiting = status.isAtBank || isBefore
      this.wasAtBank ||= status.isAtBank === true
      if (!isWaiting) return location.assign(this.form.dataset.visit ?? location.href)
      this.renew(status)
    } catch {
      // Offline, most likely: looked at again.
    }
    setTimeout(() => this.look(), lookEveryMs)
  }
}

/**
 * Opens the bank's own page in a window beside a frame, in the click itself, so that browsers let it. Without this
 * script the form opens it in a tab by itself.
 */
export const bankWindow = (page: Document): void => {
  const form = page.querySelector<HTMLFormElement>('form[data-bank-window]')
  if (!form) return
  const watch = new Watch(form)
  let sentAt = 0
  form.addEventListener('submit', (event) => {
    if (Date.now() - sentAt < secondClickMs && !watch.isClosed) return event.preventDefault()
    sentAt = Date.now()
    if ((event.submitter as HTMLButtonElement | null)?.name === 'opens') {
      form.target = '_blank'
      return watch.begin()
    }
    const opened = open('', 'portico-bank', features())
    if (!opened) {
      sentAt = 0
      event.preventDefault()
      watch.blocked()
      return say(page, 'POPUP_BLOCKED')
    }
    form.target = 'portico-bank'
    opened.focus()
    watch.opened(opened)
    say(page, 'POPUP_OPENED')
  })
}
