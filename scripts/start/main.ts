// npm start: everything, built for production; with the demo unless NODE_ENV=production.
import { ensureBuild, ensureClient } from '../build/build.ts'
import { demoBanner } from './banner.ts'
import { makeFreshLinks } from './demo-link.ts'
import { tellFirstOwner } from './first-owner.ts'
import { launch } from './launch.ts'
import { readSettings, type Settings } from './settings.ts'
import { asTheyAre, intoFiles } from './voices.ts'

const say = (line: string) => console.log(line)

async function build(): Promise<void> {
  await ensureClient()
  say('Building the web application (skipped when nothing changed) …')
  await ensureBuild()
}

function optionsFor(settings: Settings) {
  const voices = settings.isDemo ? intoFiles(settings.dataDir) : asTheyAre
  return { settings, voices, build, style: 'start' as const, onProgress: say }
}

try {
  const settings = readSettings(process.env)
  await launch(optionsFor(settings), async () => {
    if (settings.isDemo) say(demoBanner(settings, await makeFreshLinks(settings)))
    else say(await tellFirstOwner(settings))
    say('Portico is ready')
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
