import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../db/prisma.ts'

/** Where people and the servers of businesses come; staff wait a moment at the first page of theirs. */
const isHot = (path: string): boolean => /^\/(e|l|connect|callback|logo|v2|v3|api\/v1)\//.test(path)

const addressOf = (path: string): string => path.replace(/\[+(\.{3})?\w+\]+/g, '-')

/** The addresses of the hot doors among all of a build, with a dash for each parameter. */
export const hotAmong = (paths: readonly string[]): string[] => [
  ...new Set(paths.filter((path) => isHot(`${path}/`)).map(addressOf)),
]

/**
 * Has a web process load its hot doors, so that nobody who comes first waits for them. By OPTIONS, which Next.js answers
 * itself as soon as a door is loaded: no door hears of it. A door that cannot be loaded says so to who comes.
 */
export async function warmDoors(origin: string): Promise<void> {
  const manifest = await readFile(join(root, '.next/app-path-routes-manifest.json'), 'utf8')
  for (const path of hotAmong(Object.values(JSON.parse(manifest)))) {
    const answer = await fetch(origin + path, { method: 'OPTIONS' }).catch(() => null)
    await answer?.body?.cancel()
  }
}
