// A bare Node server that asks the same database for the rows that the data API needs, and sends the bytes that the
// data API sent, which lie in the database too. It opens no seal and builds no JSON: nothing could do less.
import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
/** Prepared once a connection; PostgreSQL knows a query by 63 characters at most. */
const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

const one = async (text: string, values: unknown[]) =>
  (await pool.query({ name: nameOf(text), text, values })).rows[0]

const ids = { loginId: process.env.LOGIN_ID, customerId: process.env.CUSTOMER_ID }

const prove = async (key: string) => {
  const tenant = await one('select * from "Tenant" where "customerId" = $1::uuid', [ids.customerId])
  const hash = createHash('sha256').update(key).digest()
  await one('select * from "ClientCredential" where "tenantId" = $1 and "keyHash" = $2', [tenant.id, hash])
  return tenant
}

const connectionOf = async (tenantId: string) => {
  const sql = 'select * from "Connection" where "tenantId" = $1 and "loginId" = $2::uuid'
  const connection = await one(sql, [tenantId, ids.loginId])
  await one('select * from "Consent" where "tenantId" = $1 and id = $2', [tenantId, connection.consentId])
  return connection
}

const bytesOf = async (name: string) =>
  (await one('select body from bench_bytes where name = $1', [name])).body

const pages = `select p.* from "TransactionPage" p join "Account" a on a.id = p."accountId"
  where a."connectionId" = $1 and a."tenantId" = $2`

const answers: Record<string, (key: string) => Promise<string>> = {
  detail: async (key) => {
    const tenant = await prove(key)
    const connection = await connectionOf(tenant.id)
    await one('select * from "DataRequest" where "tenantId" = $1 and "connectionId" = $2', [
      tenant.id,
      connection.id,
    ])
    await one('select * from "Account" where "tenantId" = $1 and "connectionId" = $2', [
      tenant.id,
      connection.id,
    ])
    await one(pages, [connection.id, tenant.id])
    return bytesOf('detail')
  },
  authorize: async (key) => {
    const tenant = await prove(key)
    const connection = await connectionOf(tenant.id)
    const insert = `insert into "DataRequest" (id, "tenantId", "connectionId", "askedAt", "authorizedAt")
      values ($1, $2, $3, now(), now())`
    await one(insert, [randomUUID(), tenant.id, connection.id])
    await one('update "Connection" set "calledAt" = now() where id = $1', [connection.id])
    return bytesOf('authorize')
  },
  institutions: async (key) => {
    await prove(key)
    return bytesOf('institutions')
  },
}

createServer(async (request, response) => {
  const answer = answers[(request.url ?? '').slice(1)]
  for await (const _ of request);
  const body = answer ? await answer(String(request.headers['x-api-key'] ?? '')) : 'ok'
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
