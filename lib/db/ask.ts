import pg from 'pg'
import { barePool } from './client.ts'
import { nameStatement } from './name-statement.ts'
import type { Sql } from './sql.ts'
import type { TenantDb } from './tenant-db.ts'

type Parse = (text: string) => unknown

const instant: Parse = (text) => new Date(`${text.replace(' ', 'T')}Z`)

/** As the client reads them: instants are UTC, whatever zone this process is in, and big numbers lose no digit. */
const parsers: Readonly<Record<number, Parse>> = { 20: BigInt, 1114: instant }

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text'),
}

/** One statement: its text with `$1`, and no instants among its values, for those would be written in local time. */
type Asked = Pick<Sql, 'text' | 'values'>

/**
 * Asks past the client, over the same connections, what the hottest doors ask: the client would go through each value
 * of each row several times (decision 0105). It joins no transaction.
 */
export const ask = async <Row>({ text, values }: Asked): Promise<Row[]> => {
  const name = nameStatement({ sql: text })
  const { rows } = await barePool().query({ text, values: [...values], types, ...(name && { name }) })
  return rows as Row[]
}

/** The same for a store: inside a transaction as part of it. As with all SQL, the statement names the tenant itself. */
export const askIn = <Row>(db: TenantDb, question: Sql): Promise<Row[]> =>
  db.isTransaction ? db.tables.$queryRaw<Row[]>(question) : ask<Row>(question)
