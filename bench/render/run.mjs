// How a journey page is rendered: every way against every other, in one run, from a production build.
//   node bench/render/run.mjs [--rounds 5] [--seconds 4] [--skip-build]
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import autocannon from 'autocannon'
import { openBrowser, weigh } from './browser.mjs'
import { session, startDatabase } from './database.mjs'
import { build, findPort, processorMs, residentMb, startServer, stopServer } from './servers.mjs'

const variants = [
  { key: 'page', path: '/page', says: 'App Router page, client runtime' },
  { key: 'page-nonce', path: '/page-nonce', says: 'the same, nonce by proxy.ts' },
  { key: 'still', path: '/still', says: 'Pages Router, runtime off' },
  { key: 'static', path: '/route/static', says: 'route handler, renderToStaticMarkup', same: true },
  { key: 'gzip', path: '/route/static', says: 'the same, gzip asked for', same: true, encoding: 'gzip' },
  { key: 'string', path: '/route/string', says: 'route handler, renderToString' },
  { key: 'stream', path: '/route/stream', says: 'route handler, renderToReadableStream' },
  { key: 'walk', path: '/route/walk', says: 'route handler, own walker over JSX', same: true },
  { key: 'template', path: '/route/template', says: 'route handler, template strings', same: true },
  { key: 'written', path: '/written', says: 'Pages Router, getServerSideProps writes', same: true },
  { key: 'api', path: '/api/login', says: 'Pages Router, API route', same: true },
  { key: 'bare', path: '/bare', says: 'bare node:http, template strings', same: true },
]

const cookie = `proof=${session.proof}`
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    'skip-build': { type: 'boolean', default: false },
  },
})
const rounds = Number(options.rounds)
const seconds = Number(options.seconds)

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
const urlOf = ({ server, path }) => `${server.origin}${path}/${session.id}`

async function load(variant, duration) {
  const headers = { cookie, 'accept-encoding': variant.encoding ?? 'identity' }
  const before = processorMs(variant.server)
  const result = await autocannon({ url: urlOf(variant), connections: 32, duration, headers })
  if (result.non2xx || result.errors)
    throw new Error(`${variant.key}: ${result.non2xx} non-2xx, ${result.errors} errors`)
  const processor = (processorMs(variant.server) - before) / result.requests.total
  return { rate: result.requests.average, p99: result.latency.p99, processor }
}

/** A variant that says it sends the same bytes must do so, or its figure compares nothing. */
async function fetchBodies() {
  for (const variant of variants) {
    const response = await fetch(urlOf(variant), { headers: { cookie } })
    const body = await response.text()
    if (response.status !== 200 || !body.includes('Maple Leaf')) throw new Error(`${variant.key}: wrong page`)
    const refused = await fetch(urlOf(variant), { headers: { cookie: 'proof=forged' } })
    if (refused.status !== 404) throw new Error(`${variant.key}: a forged proof got ${refused.status}`)
    variant.body = body.replace(/nonce="[^"]+"/g, 'nonce')
    variant.html = Buffer.byteLength(body)
    variant.wire = brotliCompressSync(body).length
  }
  const bodies = new Set(variants.filter((variant) => variant.same).map((variant) => variant.body))
  if (bodies.size !== 1) throw new Error(`${bodies.size} different pages where one was promised`)
}

async function measure(databaseUrl) {
  for (const variant of variants) {
    variant.server = await startServer(variant.key, databaseUrl)
    variant.idleMb = residentMb(variant.server)
    variant.runs = []
  }
  await fetchBodies()
  const browser = await openBrowser()
  for (const variant of variants) variant.weight = browser && (await weigh(browser, urlOf(variant), cookie))
  await browser?.close()
  for (const variant of variants) await load(variant, seconds)
  for (let round = 1; round <= rounds; round++) {
    for (const variant of variants) variant.runs.push(await load(variant, seconds))
    process.stderr.write(`round ${round} of ${rounds}\n`)
  }
  for (const variant of variants) variant.loadedMb = residentMb(variant.server)
}

/** Each round against the same round of another variant: a slow minute of the machine then divides out. */
const ratio = (variant, key) => {
  const others = variants.find((other) => other.key === key).runs
  return median(variant.runs.map((run, round) => run.rate / others[round].rate))
}

function print() {
  const rows = variants.map((variant) => {
    const rates = variant.runs.map((run) => run.rate)
    return {
      variant: variant.says,
      'script KiB br': variant.weight?.scriptKib.toFixed(1) ?? '–',
      requests: variant.weight?.requests ?? '–',
      'html B (br)': `${variant.html} (${variant.wire})`,
      'req/s': Math.round(median(rates)),
      spread: `${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))}`,
      'p99 ms': median(variant.runs.map((run) => run.p99)),
      '× page': ratio(variant, 'page').toFixed(2),
      '% bare': Math.round(100 * ratio(variant, 'bare')),
      'CPU ms/req': median(variant.runs.map((run) => run.processor)).toFixed(2),
      'least CPU': Math.min(...variant.runs.map((run) => run.processor)).toFixed(2),
      'MB idle': Math.round(variant.idleMb ?? 0),
      'MB loaded': Math.round(variant.loadedMb ?? 0),
    }
  })
  const names = Object.keys(rows[0])
  const lines = [names, names.map(() => '---'), ...rows.map((row) => Object.values(row))]
  console.log(lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'))
}

let database
let code = 0
try {
  if (!options['skip-build']) await build()
  database = await startDatabase(await findPort())
  await measure(database.url)
  print()
} catch (error) {
  console.error(error)
  code = 1
} finally {
  await Promise.all(variants.map((variant) => variant.server && stopServer(variant.server)))
  await database?.stop()
}
process.exit(code)
