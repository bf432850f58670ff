import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a build is made of; a folder counts with everything in it. */
export const buildSources = [
  'app',
  'embed',
  'lib',
  'messages',
  'public',
  'scripts/assets.ts',
  'scripts/assets',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tailwind.config.ts',
  'tsconfig.json',
]

// What the build itself writes, and what never enters it.
const isOutside = (path: string) =>
  /^(lib\/db\/generated|public\/(assets|embed))/.test(path) || path.endsWith('.test.ts')

/** One hash over names and contents, so that a build is repeated exactly when something in it changed. */
export function hashSources(root: string, sources: readonly string[] = buildSources): string {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesIn(root, join(root, source)))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(root: string, path: string): string[] {
  const name = relative(root, path).replaceAll('\\', '/')
  if (!existsSync(path) || isOutside(name)) return []
  if (!statSync(path).isDirectory()) return [name]
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesIn(root, join(path, entry)))
}
