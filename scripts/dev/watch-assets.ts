import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { buildAssets } from '../build/build.ts'
import { root } from '../db/prisma.ts'

const sources = ['app', 'embed', 'lib', 'tailwind.config.ts']
const settleMs = 150

/** Builds the assets again when something they are made of changes; an editor's burst of writes counts once. */
export function watchAssets(say: (line: string) => void): void {
  let pending: NodeJS.Timeout | undefined
  let building = Promise.resolve()
  const rebuild = () => {
    building = building.then(buildAssets).then(
      () => say('assets built'),
      (error: Error) => say(error.message),
    )
  }
  const onChange = () => {
    clearTimeout(pending)
    pending = setTimeout(rebuild, settleMs)
  }
  for (const source of sources.map((name) => join(root, name)).filter(existsSync)) {
    watch(source, { recursive: true }, onChange).unref()
  }
}
