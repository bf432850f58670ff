import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { SystemUser } from './system-user.ts'

export type Settings = { password: string; port: number | null }

/** One database cluster on disk: `data` is PostgreSQL's own, `settings.json` (mode 600) is ours. */
export type Cluster = { folder: string; data: string }

export function clusterIn(folder: string): Cluster {
  return { folder, data: join(folder, 'data') }
}

export function readSettings({ folder }: Cluster): Settings | null {
  const path = join(folder, 'settings.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

export function writeSettings({ folder }: Cluster, settings: Settings): void {
  const path = join(folder, 'settings.json')
  writeFileSync(`${path}.new`, JSON.stringify(settings), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** Makes the cluster in its folder where it is missing; a creation that was killed half-way is begun anew. */
export function ensureCluster(cluster: Cluster, binaries: Binaries, user: SystemUser | null): Settings {
  const settings = readSettings(cluster)
  if (existsSync(cluster.data)) {
    if (settings) return settings
    throw new Error(`${cluster.folder}/settings.json with the database password is gone. Restore it.`)
  }
  const fresh = { password: randomBytes(24).toString('hex'), port: null }
  writeSettings(cluster, fresh)
  initialise(cluster, fresh.password, binaries, user)
  return fresh
}

// The cluster appears under its name only when it is whole: initdb works beside it, then one rename.
function initialise(cluster: Cluster, password: string, { initdb }: Binaries, user: SystemUser | null): void {
  const draft = join(cluster.folder, 'data.new')
  const passwordFile = join(cluster.folder, 'initial-password')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid)
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const flags = ['--username=portico', '--auth=scram-sha-256', '--encoding=UTF8', `--locale=${locale}`]
  try {
    execFileSync(initdb, ['-D', draft, `--pwfile=${passwordFile}`, ...flags], { ...user, stdio: 'pipe' })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, cluster.data)
}
