import { setTimeout as delay } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { changeIndexes, indexChangesOf } from './indexes-apart.ts'

const charOid = 18

/** A connection for the engine: Prisma's own adapter, with two of its gaps closed. */
export async function connectPostgres(connectionString: string, schema?: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString, max: 1 })
  waitBeside(pool)
  const charColumns = tellCharColumns(pool)
  const options = { disposeExternalPool: true, ...(schema ? { schema } : {}) }
  const connection = await new PrismaPg(pool, options).connect()
  restoreCharColumns(connection, charColumns)
  // The adapter cuts a script at every `;`, which breaks function bodies. The server parses it better, as one
  // transaction; indexes alone are made outside of any, so that nobody waits to write (decision 0122).
  connection.executeScript = async (script) => {
    const indexes = indexChangesOf(script)
    if (indexes) await changeIndexes((sql, values) => pool.query(sql, values), indexes)
    else await pool.query(script)
  }
  return connection
}

const lock = /^\s*select pg_advisory_lock\((\d+)\)/i
const patienceMs = 100

// The engine waits for another that migrates inside a statement. An index that is made while others write waits for
// every statement that has begun, and so would the two for each other: this one asks now and then.
function waitBeside(pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>
  const isHeld = async (key: string): Promise<boolean> =>
    (await query(`select pg_try_advisory_lock(${key}) as "isHeld"`)).rows[0]?.isHeld
  const waiting = async (...args: unknown[]) => {
    const [asked] = args as [string | { text: string }]
    const [, key] = lock.exec(typeof asked === 'string' ? asked : asked.text) ?? []
    while (key && !(await isHeld(key))) await delay(patienceMs)
    return query(...args)
  }
  pool.query = waiting as typeof pool.query
}

// adapter-pg refuses the catalogues' type "char" (OID 18). The pool passes it as text and remembers where it
// stood, by the identity of the rows; the connection then gives the column its true type back.
function tellCharColumns(pool: pg.Pool): WeakMap<object, number[]> {
  const positions = new WeakMap<object, number[]>()
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>
  const telling = async (...args: unknown[]) => {
    const result = await query(...args)
    const chars = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === charOid ? [i] : []))
    for (const i of chars) Object.assign(result.fields[i] ?? {}, { dataTypeID: pg.types.builtins.TEXT })
    if (chars.length > 0) positions.set(result.rows, chars)
    return result
  }
  pool.query = telling as typeof pool.query
  return positions
}

function restoreCharColumns(connection: SqlDriverAdapter, positions: WeakMap<object, number[]>): void {
  const queryRaw = connection.queryRaw.bind(connection)
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const i of positions.get(result.rows) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character
    return result
  }
}
