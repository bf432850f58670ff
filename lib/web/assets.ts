import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isDeveloping } from '#lib/kit/env.ts'

const manifestSchema = z.object({
  css: z.string(),
  js: z.string(),
  frontDoor: z.string(),
  frame: z.string(),
  consoleCss: z.string(),
  consoleJs: z.string(),
  fonts: z.record(z.string(), z.string()),
})
/** Addresses of the built files, each with a hash of its content in the name; `frontDoor` is a script itself. */
export type Assets = z.output<typeof manifestSchema>

let kept: Assets | null = null

/** What scripts/assets.ts built; read once, and each time while developing. */
export const assets = (): Assets => {
  if (kept && !isDeveloping()) return kept
  const path = join(process.cwd(), 'public', 'assets', 'manifest.json')
  kept = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  return kept
}
