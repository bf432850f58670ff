import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild, ensureClient } from '../../scripts/build/build.ts'
import { root } from '../../scripts/db/prisma.ts'
import { findFreePort } from '../../scripts/postgres/free-port.ts'
import { databaseOf, startDatabase } from '../../scripts/start/database.ts'
import { openHouse } from '../../scripts/start/house.ts'
import { environmentFor, readSettings } from '../../scripts/start/settings.ts'
import { intoFiles } from '../../scripts/start/voices.ts'
import { builtWebEnvironment } from '../../scripts/start/web-environment.ts'
import { startMailbox } from '../../test/mail/start-mailbox.ts'

const dataDir = join(root, '.portico', 'bench')
const portNames = ['PORT', 'BANK_PORT', 'MAIL_PORT', 'MAIL_SMTP_PORT', 'DEMO_PORT']

/**
 * The whole demo from a production build, with a database and ports of its own, and no rate limits. `hasMailbox`: mail
 * comes into this process, where it costs least to read, and not to the demo's own catcher.
 */
export const openBenchHouse = async ({ hasMailbox = true } = {}) => {
  // What a run that was killed has left; its programs are found and ended by what it wrote in `dataDir`.
  rmSync(join(root, '.portico', 'bench-data'), { recursive: true, force: true })
  await ensureClient()
  await ensureBuild()
  const server = await startDatabase(join(root, '.portico', 'bench-data'))
  const mailbox = await startMailbox()
  const free = await Promise.all(portNames.map(async (name) => [name, String(await findFreePort(null))]))
  const settings = readSettings({
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ...Object.fromEntries(free),
    PORTICO_DATA_DIR: dataDir,
    DATABASE_URL: databaseOf(server),
    ...(hasMailbox ? { SMTP_URL: mailbox.url } : {}),
    RATE_LIMIT_SCALE: '0',
    LOG_LEVEL: 'error',
  })
  const begun = performance.now()
  const house = openHouse({
    settings,
    style: 'start',
    voices: intoFiles(dataDir),
    build: async () => undefined,
    onProgress: () => undefined,
  })
  await house.ready
  const at = (port: number) => `http://127.0.0.1:${port}`
  return {
    databaseUrl: databaseOf(server),
    mailbox,
    /** What a further web process of this house is started with. */
    webEnv: {
      ...builtWebEnvironment(),
      ...environmentFor(settings, databaseOf(server)),
      PORTICO_DATA_DIR: dataDir,
    },
    webPort: settings.ports.PORT,
    portal: at(settings.ports.PORT),
    bank: at(settings.ports.BANK_PORT),
    mail: at(settings.ports.MAIL_PORT),
    business: at(settings.ports.DEMO_PORT),
    openedMs: performance.now() - begun,
    close: async () => {
      await house.close()
      mailbox.close()
      await server.stop()
      rmSync(join(root, '.portico', 'bench-data'), { recursive: true, force: true })
    },
  }
}

export type BenchHouse = Awaited<ReturnType<typeof openBenchHouse>>

/** Where the page objects of the browser tests find the parts. */
export const leadPagesTo = ({ portal, bank, mail, business }: BenchHouse): void => {
  Object.assign(process.env, {
    PORTICO_E2E_PORTAL: portal,
    PORTICO_E2E_BANK: bank,
    PORTICO_E2E_MAIL: mail,
    PORTICO_E2E_BUSINESS: business,
  })
}
