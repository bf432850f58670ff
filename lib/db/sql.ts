import { Prisma } from './generated/client.ts'

/** A piece of parameterised SQL, for statements that are put together. Values in it never become text of the statement. */
export type Sql = Prisma.Sql

export const { sql, join, empty } = Prisma

/** The name of a column, quoted. Throws for anything but letters and digits: names come from the house, never from a request. */
export const column = (name: string): Sql => {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new Error(`not the name of a column: ${name}`)
  return Prisma.raw(`"${name}"`)
}
