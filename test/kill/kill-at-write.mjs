// Loaded into a process before anything else: counts what it writes to PostgreSQL, and dies by SIGKILL in place of
// sending the write whose number stands in the file ARMED_FILE. A signal arms it; a second file says that it is. Where
// COUNTED_WRITES is given, only writes that it matches count: a queue that polls would drown the others.
import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'

const file = process.env.ARMED_FILE
const counted = new RegExp(process.env.COUNTED_WRITES ?? '', 'i')
const isWrite = /^\s*(insert|update|delete|with|commit)\b/i
let writesLeft = Number.POSITIVE_INFINITY

process.on('SIGUSR2', () => {
  writesLeft = Number(readFileSync(file, 'utf8'))
  writeFileSync(`${file}.ack`, String(writesLeft))
})

const query = pg.Client.prototype.query
pg.Client.prototype.query = function countedQuery(config, ...rest) {
  const text = typeof config === 'string' ? config : (config?.text ?? '')
  if (isWrite.test(text) && counted.test(text) && --writesLeft === 0) process.kill(process.pid, 'SIGKILL')
  return query.call(this, config, ...rest)
}
