// npm run dev: the same parts from their sources, each restarted when a file of it changes.
import { buildAssets, ensureClient } from '../build/build.ts'
import { demoBanner } from '../start/banner.ts'
import { makeFreshLinks } from '../start/demo-link.ts'
import { launch } from '../start/launch.ts'
import { readSettings } from '../start/settings.ts'
import { withNames } from '../start/voices.ts'
import { watchAssets } from './watch-assets.ts'

const say = (line: string) => console.log(line)

async function build(): Promise<void> {
  await ensureClient()
  await buildAssets()
}

try {
  const settings = readSettings(process.env)
  await launch({ settings, voices: withNames, build, style: 'dev', onProgress: say }, async () => {
    watchAssets(say)
    say(`${demoBanner(settings, await makeFreshLinks(settings))}\nPortico is ready`)
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
