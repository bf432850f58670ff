/**
 * Builds what browsers load: `node scripts/assets.ts [--watch]`.
 * Writes hashed files and `manifest.json` to public/assets and removes what is stale. Same sources, same bytes.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, watch, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, optimize } from '@tailwindcss/node'
import { Scanner } from '@tailwindcss/oxide'
import { type BuildOptions, build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = join(root, 'public', 'assets')

const fontFiles = {
  'source-sans': 'source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  inter: 'inter/files/inter-latin-wght-normal.woff2',
  fraunces: 'fraunces/files/fraunces-latin-wght-normal.woff2',
} as const

type Manifest = {
  css: string
  js: string
  /** Not an address but the script itself, which the page carries. */
  frontDoor: string
  frame: string
  consoleCss: string
  consoleJs: string
  fonts: Record<string, string>
}
type Built = { readonly name: string; readonly bytes: Uint8Array }

const hashed = (name: string, extension: string, bytes: Uint8Array): Built => {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 10)
  return { name: `${name}-${hash}.${extension}`, bytes }
}

const buildFonts = async (): Promise<Map<string, Built>> => {
  const fonts = new Map<string, Built>()
  for (const [name, path] of Object.entries(fontFiles)) {
    const bytes = await readFile(join(root, 'node_modules/@fontsource-variable', path))
    fonts.set(name, hashed(name, 'woff2', bytes))
  }
  return fonts
}

/** Style sheets name fonts plainly; a name without a built file is a mistake that must not ship. */
const withFontNames = (css: string, fonts: ReadonlyMap<string, Built>): string =>
  css.replace(/\/assets\/([\w-]+)\.woff2/g, (_, name: string) => {
    const font = fonts.get(name)
    if (!font) throw new Error(`no font named ${name}`)
    return `/assets/${font.name}`
  })

const buildCss = async (name: string, fonts: ReadonlyMap<string, Built>): Promise<Built> => {
  const entry = join(root, `app/${name}.css`)
  const compiler = await compile(await readFile(entry, 'utf8'), {
    base: dirname(entry),
    onDependency: () => {},
  })
  const scanner = new Scanner({ sources: compiler.sources })
  const css = withFontNames(compiler.build(scanner.scan()), fonts)
  return hashed(name, 'css', Buffer.from(optimize(css, { minify: true }).code))
}

const bundle = async (entry: string, options: BuildOptions = { format: 'esm' }): Promise<Uint8Array> => {
  const fixed = { bundle: true, write: false, minify: true, target: 'es2022', legalComments: 'none' } as const
  const { outputFiles } = await build({ entryPoints: [join(root, entry)], ...fixed, ...options })
  const [file] = outputFiles ?? []
  if (!file) throw new Error(`${entry} gave no file`)
  return file.contents
}

const buildScript = async (name: string): Promise<Built> =>
  hashed(name, 'js', await bundle(`app/_islands/${name}.ts`))

/** The SDK keeps its address, for other people's pages name it. */
const buildEmbed = async (): Promise<void> => {
  const folder = join(root, 'public', 'embed')
  await mkdir(folder, { recursive: true })
  const script = await bundle('embed/portico.ts', { format: 'iife', globalName: 'Portico' })
  await writeFile(join(folder, 'v1.js'), script)
}

const replaceFolder = async (files: readonly Built[], manifest: Manifest): Promise<void> => {
  await mkdir(target, { recursive: true })
  await Promise.all(files.map(({ name, bytes }) => writeFile(join(target, name), bytes)))
  // Last, and only then the stale: a server that reads now finds every file that the manifest names.
  await writeFile(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const kept = new Set([...files.map(({ name }) => name), 'manifest.json'])
  const stale = (await readdir(target)).filter((name) => !kept.has(name))
  await Promise.all(stale.map((name) => rm(join(target, name), { recursive: true })))
}

const path = ({ name }: Built): string => `/assets/${name}`

export const buildAssets = async (): Promise<Manifest> => {
  const fonts = await buildFonts()
  const styles = [buildCss('journey', fonts), buildCss('console', fonts)] as const
  const scripts = [buildScript('journey'), buildScript('frame'), buildScript('console')] as const
  const frontDoor = Buffer.from(await bundle('app/_islands/front-door.ts', { format: 'iife' }))
    .toString()
    .trim()
  const [css, consoleCss, js, frame, consoleJs] = await Promise.all([...styles, ...scripts, buildEmbed()])
  const fontPaths = Object.fromEntries([...fonts].map(([name, font]) => [name, path(font)]))
  const files = { css, js, frame, consoleCss, consoleJs }
  const paths = Object.entries(files).map(([name, file]) => [name, path(file)])
  const manifest: Manifest = { ...Object.fromEntries(paths), frontDoor, fonts: fontPaths }
  await replaceFolder([...Object.values(files), ...fonts.values()], manifest)
  return manifest
}

const rebuild = async (): Promise<void> => {
  try {
    const { css, js } = await buildAssets()
    console.log(`assets: ${css} ${js}`)
  } catch (error) {
    console.error('assets:', error)
    process.exitCode = 1
  }
}

const isSource = (name: string | null): boolean => name !== null && /\.(tsx?|css)$/.test(name)

/** Waits for a quiet moment after a change, as editors write in bursts. */
const keepBuilding = async (): Promise<void> => {
  let due: NodeJS.Timeout | undefined
  for await (const { filename } of watch(join(root, 'app'), { recursive: true })) {
    if (!isSource(filename)) continue
    clearTimeout(due)
    due = setTimeout(rebuild, 50)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await rebuild()
  if (process.argv.includes('--watch')) await keepBuilding()
}
