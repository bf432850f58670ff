import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../db/prisma.ts'
import { run } from '../process/run.ts'

/** Writes the SDK as a package into `folder`: modules for bundlers, and types. Throws with what the tools said. */
export async function buildEmbedPackage(folder: string): Promise<void> {
  const entryPoints = ['portico', 'react'].map((name) => join(root, 'embed', `${name}.ts`))
  const fixed = { bundle: true, format: 'esm', target: 'es2022', splitting: true } as const
  await build({ entryPoints, outdir: folder, external: ['react'], ...fixed })
  const flags = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--incremental', 'false']
  const args = ['--ignoreConfig', '--rewriteRelativeImportExtensions', '--outDir', folder, ...entryPoints]
  const types = ['--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', '--strict']
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { code, output } = await run(process.execPath, [tsc, ...flags, ...types, '--skipLibCheck', ...args], {
    cwd: root,
    env: process.env,
  })
  if (code !== 0) throw new Error(`The types of the SDK could not be written:\n${output}`)
}
