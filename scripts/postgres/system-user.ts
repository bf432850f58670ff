import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export type SystemUser = { uid: number; gid: number }

/** Whom the server runs as: PostgreSQL refuses root, so root lends it the system user `postgres`. */
export function findServerUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  return readUser() ?? createUser()
}

function readUser(): SystemUser | null {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString())
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

function createUser(): SystemUser {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' })
  } catch {
    throw new Error(
      'PostgreSQL does not run as root, and the system user "postgres" could not be made. ' +
        'Create it (useradd --system postgres), start as another user, or set DATABASE_URL.',
    )
  }
  const user = readUser()
  if (!user) throw new Error('The system user "postgres" was made but cannot be read.')
  return user
}

/** Refuses a path that the server's user cannot walk to, naming the folder that closes the way. */
export function requireReachable(path: string, user: SystemUser | null): void {
  if (!user) return
  const closed = foldersAbove(path).find((folder) => !mayEnter(statSync(folder), user))
  if (!closed) return
  throw new Error(
    `The embedded PostgreSQL runs as the system user "postgres", which may not enter ${closed}, so it cannot ` +
      `reach ${path}. Either: chmod o+x ${closed}; or move the project, or the data with PORTICO_DATA_DIR, to a ` +
      'folder open to it; or start as a user other than root; or set DATABASE_URL.',
  )
}

function foldersAbove(path: string): string[] {
  const parent = dirname(resolve(path))
  return parent === path ? [path] : [...foldersAbove(parent), parent]
}

/** The `x` bit that counts for this user: the owner's, the group's or everyone's. */
export function mayEnter(folder: { mode: number; uid: number; gid: number }, user: SystemUser): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}
