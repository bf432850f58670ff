import { addressOf } from './address.ts'
import { openChannel } from './channel.ts'
import { explain, say } from './explain.ts'
import { inlineStage, modalStage, popupStage } from './stages.ts'
import {
  ConnectError,
  type ConnectEvent,
  type ConnectFailure,
  type ConnectOptions,
  type ConnectResult,
  type Stage,
  type Visit,
} from './types.ts'

export type { ConnectEvent, ConnectFailure, ConnectOptions, ConnectResult, Visit } from './types.ts'
export { ConnectError } from './types.ts'

const wordOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const resultOf = (event: ConnectEvent): ConnectResult => ({
  loginId: String(event.loginId),
  requestId: wordOf(event.requestId),
  institution: wordOf(event.institution),
  accountIds: wordOf(event.accountId)?.split(',') ?? [],
  url: wordOf(event.url),
})

/** A visit that comes back without a connection says so in our own words; the dialect has none for it. */
const failureOf = (event: ConnectEvent): ConnectFailure | null => {
  if (event.step === 'COMPONENT_CLOSE_SESSION') return 'closed'
  if (event.step !== 'PORTICO_ENDED') return null
  return event.outcome === 'declined' ? 'declined' : 'ended'
}

/** The place of the frame only ever grows: what stands below it does not jump up between two pages of the visit. */
const fitHeight = ({ frame }: Stage, event: ConnectEvent, { mode }: ConnectOptions): void => {
  const height = Number(event.height)
  if (!frame || mode === 'modal' || event.step !== 'APP_RESIZE') return
  if (height > Number.parseFloat(frame.style.height)) frame.style.height = `${height}px`
}

/** One visit on a page: opened when made, over once. Whatever comes after the end is not heard. */
class Embed implements Visit {
  readonly result: Promise<ConnectResult>
  #settle: (error: ConnectError | null, result?: ConnectResult) => void = () => {}
  readonly #address: string
  readonly #options: ConnectOptions
  #stop = (): void => {}
  #isOver = false

  constructor(options: ConnectOptions) {
    this.#options = options
    this.#address = addressOf(options)
    this.result = new Promise((resolve, reject) => {
      this.#settle = (error, result) => (error ? reject(error) : resolve(result as ConnectResult))
    })
    // A page that uses the callbacks alone has nothing to catch.
    this.result.catch(() => {})
    const quiet = options.debug ? explain(this.#address) : () => {}
    const stage = this.#stageFor(options)
    if (stage) this.#listen(stage, quiet)
    else this.#fail('popup_blocked')
  }

  readonly destroy = (): void => this.#fail('destroyed')

  #stageFor(options: ConnectOptions): Stage | null {
    if (options.mode === 'popup') return popupStage(this.#address, () => this.#fail('popup_closed'))
    if (options.mode === 'modal') return modalStage(this.#address, options, () => this.#fail('closed'))
    return inlineStage(this.#address, options)
  }

  #listen(stage: Stage, quiet: () => void): void {
    const late = setTimeout(() => this.#fail('timeout'), this.#options.timeoutMs ?? 20_000)
    const channel = openChannel(new URL(this.#address).origin, stage.target, (event) => {
      clearTimeout(late)
      if (this.#options.debug && event.step === 'PORTICO_TROUBLE') say(`the frame reports ${event.trouble}`)
      fitHeight(stage, event, this.#options)
      this.#hear(event)
    })
    // A frame says when a page of it has come; a window of another origin does not, so it is greeted again and again.
    stage.frame?.addEventListener('load', channel.greet)
    const greeting = stage.frame ? undefined : setInterval(channel.greet, 500)
    this.#stop = () => {
      clearTimeout(late)
      clearInterval(greeting)
      quiet()
      channel.close()
      stage.close()
    }
  }

  #hear(event: ConnectEvent): void {
    this.#options.onEvent?.(event)
    const failure = failureOf(event)
    if (failure) this.#fail(failure)
    else if (event.step === 'REDIRECT') this.#end(null, resultOf(event))
  }

  #fail(reason: ConnectFailure): void {
    this.#end(new ConnectError(reason, reason === 'popup_blocked' ? this.#address : null))
  }

  #end(error: ConnectError | null, result?: ConnectResult): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#stop()
    if (error) this.#options.onFailure?.(error)
    else this.#options.onSuccess?.(result as ConnectResult)
    this.#settle(error, result)
  }
}

/**
 * Opens a visit and tells how it ends: by the promise, or by the callbacks. A window that the browser blocks fails with
 * `popup_blocked` and the address to offer as a link.
 */
export const connect = (options: ConnectOptions): Visit => new Embed(options)
