/** What a page is told while a visit goes on: `step` names the event, the rest depends on it. */
export type ConnectEvent = { readonly step: string } & Readonly<Record<string, unknown>>

/** What a finished visit leaves: the server of the page exchanges `loginId` for the data. */
export type ConnectResult = {
  readonly loginId: string
  readonly requestId: string | null
  readonly institution: string | null
  /** The accounts that were chosen; empty where all are shared. */
  readonly accountIds: readonly string[]
  /** The signed return address: a server that has the signing secret can trust it. */
  readonly url: string | null
}

/**
 * Why a visit came to nothing. `closed`: by the person; `declined`: consent was refused; `ended`: it came back without
 * a connection; `popup_blocked`, `popup_closed`: its window; `timeout`: the frame never answered; `destroyed`: by the
 * page itself.
 */
export type ConnectFailure =
  | 'closed'
  | 'declined'
  | 'ended'
  | 'popup_blocked'
  | 'popup_closed'
  | 'timeout'
  | 'destroyed'

export type ConnectOptions = {
  /** Where the portal is: `https://connect.example`. Messages from anywhere else are dropped. */
  readonly portal: string
  readonly tenant?: string
  /** From the server; it travels in the fragment, which no log and no referrer holds. */
  readonly authorizeToken?: string
  /** `inline` fills `container`; `modal` covers the page; `popup` must be called in a click. */
  readonly mode?: 'inline' | 'modal' | 'popup'
  readonly container?: Element | null
  /** Id or name of the institution to begin with. */
  readonly institution?: string | number
  /** Any other parameter of the frame, by its name. */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>
  /** The accessible name of the frame and of the dialog. */
  readonly title?: string
  /** The name of the modal's close button. */
  readonly closeLabel?: string
  /** Writes to the console what keeps the frame from working, and where to have the embed examined. */
  readonly debug?: boolean
  /** How long the first page may take, in milliseconds; 20 seconds unless told. */
  readonly timeoutMs?: number
  readonly onEvent?: (event: ConnectEvent) => void
  readonly onSuccess?: (result: ConnectResult) => void
  readonly onFailure?: (error: ConnectError) => void
}

/** A failure that the page can act on. `url`, for a blocked window: the address to offer as a link. */
export class ConnectError extends Error {
  readonly reason: ConnectFailure
  readonly url: string | null
  constructor(reason: ConnectFailure, url: string | null = null) {
    super(`Portico: ${reason}`)
    this.name = 'ConnectError'
    this.reason = reason
    this.url = url
  }
}

/** A visit under way. `result` settles once; `destroy` leaves nothing behind and may be called twice. */
export type Visit = { readonly result: Promise<ConnectResult>; readonly destroy: () => void }

/** A place that shows the visit. `close` removes it whole and gives the focus back. */
export type Stage = {
  readonly target: () => Window | null
  readonly frame: HTMLIFrameElement | null
  readonly close: () => void
}
