import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sourceMap = /\n\/\/# sourceMappingURL=.*/
const reference = /server\/chunks\/([^"]+\.js)"/g

const scriptsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))

/** Of each file that says the same as an earlier one, the name of that one. */
function twinsAmong(folder: string): Map<string, string> {
  const first = new Map<string, string>()
  const twins = new Map<string, string>()
  for (const name of scriptsIn(folder).sort()) {
    const text = readFileSync(join(folder, name), 'utf8').replace(sourceMap, '')
    const hash = createHash('sha256').update(text).digest('hex')
    const known = first.get(hash)
    if (known === undefined) first.set(hash, name)
    else twins.set(name, known)
  }
  return twins
}

/**
 * The compiler writes the same modules into a file for each door anew, and a process that has served many doors holds
 * the text of each. Here every door is led to one of them (decision 0125). Answers how many are no longer loaded.
 */
export function joinTwins(server: string): number {
  const twins = twinsAmong(join(server, 'chunks'))
  for (const file of scriptsIn(server)) {
    const path = join(server, file)
    const text = readFileSync(path, 'utf8')
    const joined = text.replace(reference, (_, name: string) => `server/chunks/${twins.get(name) ?? name}"`)
    if (joined !== text) writeFileSync(path, joined)
  }
  return twins.size
}
