import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../db/prisma.ts'
import { boundedMemory } from './bounded-memory.ts'

/** What a built web process is started with; an operator's own come first. */
export const builtWebEnvironment = (): Record<string, string> => ({
  ...boundedMemory,
  // As the build read it. Else each start reads it anew, with the compiler of Next.js, which then stays in memory
  // (decision 0125). It is how Next.js starts an application that stands alone.
  __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(configOfBuild()),
})

function configOfBuild(): unknown {
  return JSON.parse(readFileSync(join(root, '.next/required-server-files.json'), 'utf8')).config
}
