/** Who the audit log says did it. */
export const actor = 'operator:cli'

/** One command of the operator. Throws with a sentence when what it was given is not usable. */
export type Command = {
  /** What follows the name. */
  readonly usage: string
  readonly says: string
  readonly run: (words: string[]) => Promise<void>
}

/** Something the operator can mend: told without a stack. */
export class CommandError extends Error {
  override name = 'CommandError'
}
