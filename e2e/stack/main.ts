// The stack of the browser tests: every part of the demo, built for production, with a database, a data
// folder and ports of its own. Run by hand it prints its addresses and stays until Ctrl-C.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild, ensureClient } from '../../scripts/build/build.ts'
import { root } from '../../scripts/db/prisma.ts'
import { findFreePort } from '../../scripts/postgres/free-port.ts'
import { openHouse } from '../../scripts/start/house.ts'
import { readSettings, type Settings } from '../../scripts/start/settings.ts'
import { intoFiles } from '../../scripts/start/voices.ts'
import { joinTestServer } from '../../test/database/server.ts'
import {
  createDatabase,
  databaseUrl,
  dropDatabase,
  prepareTemplate,
  templateName,
} from '../../test/database/template.ts'
import { openNameServer } from '../../test/dns/name-server.ts'

const name = 'portico_e2e'
const dataDir = join(root, '.portico/e2e')

async function freshDatabase(adminUrl: string): Promise<string> {
  await dropDatabase(adminUrl, name)
  await createDatabase(adminUrl, name, templateName())
  return databaseUrl(adminUrl, name)
}

/** Of this shell's environment only what programs need to run: a tester's own settings stay outside. */
async function settingsFor(url: string, nameServer: string): Promise<Settings> {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'SystemRoot']
  const ports = ['PORT', 'BANK_PORT', 'MAIL_PORT', 'MAIL_SMTP_PORT', 'DEMO_PORT']
  // Any free ones: two runs on one machine that wished for the same would meet in each other’s house.
  const free = ports.map(async (key) => [key, String(await findFreePort(null))])
  return readSettings({
    ...Object.fromEntries(kept.map((key) => [key, process.env[key]])),
    ...Object.fromEntries(await Promise.all(free)),
    PORTICO_DATA_DIR: dataDir,
    DATABASE_URL: url,
    DNS_SERVERS: nameServer,
    // Every visit of the suite comes from one address; the limits of a single visit are those of production.
    RATE_LIMIT_SCALE: '100',
  })
}

function addressesOf({ ports, databaseUrl: url, source }: Settings): Record<string, string> {
  const at = (port: number) => `http://127.0.0.1:${port}`
  return {
    PORTICO_E2E_PORTAL: at(ports.PORT),
    PORTICO_E2E_BANK: at(ports.BANK_PORT),
    PORTICO_E2E_MAIL: at(ports.MAIL_PORT),
    PORTICO_E2E_BUSINESS: at(ports.DEMO_PORT),
    PORTICO_E2E_DATABASE_URL: url ?? '',
    PORTICO_E2E_NAMES: `http://${source.DNS_SERVERS}`,
  }
}

// A parent that was killed sends no signal: the closed channel says it.
const asked = new Promise<null>((resolve) => {
  for (const sign of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(sign, () => resolve(null))
})

async function build() {
  await ensureClient()
  await ensureBuild()
}

rmSync(join(dataDir, 'mail'), { recursive: true, force: true })
const server = await joinTestServer(prepareTemplate)
const names = await openNameServer()
const settings = await settingsFor(await freshDatabase(server.adminUrl), names.address)
const silent = () => undefined
const house = openHouse({ settings, style: 'start', voices: intoFiles(dataDir), build, onProgress: silent })
const announced = house.ready.then(() => {
  if (process.send) process.send(addressesOf(settings))
  else console.log(addressesOf(settings))
  return house.failed
})
const failure = await Promise.race([announced, asked]).catch((error: Error) => error.message)
if (failure) console.error(failure)
await house.close()
await names.close()
await server.leave()
process.exit(failure ? 1 : 0)
