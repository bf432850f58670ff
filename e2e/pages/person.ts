import { randomUUID } from 'node:crypto'

/** Somebody nobody else in this run is: a mail address, and users of the sandbox bank with a state of their own. */
export type Person = {
  readonly name: string
  readonly email: string
  readonly userAs: (persona: string) => string
}

export const aPerson = (): Person => {
  const mark = randomUUID().slice(0, 8)
  return {
    name: 'Zoë O’Neill-Côté',
    email: `zoe.${mark}@example.com`,
    userAs: (persona) => `${persona}+${mark}`,
  }
}
