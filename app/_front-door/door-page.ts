import type { FrontDoor } from '#lib/flow/front-door.ts'

/** A front door at its address. `hidden` is what came with the link and goes on with every form. */
export type DoorPage = {
  readonly door: FrontDoor
  readonly path: string
  readonly hidden: Readonly<Record<string, string>>
  /** Set for a personal link: the instant until which it can be opened. */
  readonly expiresAt?: Date
  /** Where this browser’s own visit, begun and not ended, goes on. */
  readonly resumePath?: string | null
}
