// The first thing that runs on a fresh machine: plain JavaScript for Node 20.9, no dependency. It installs
// the packages when they are missing or the lock file changed, then hands over to a TypeScript program under
// the Node 24 that came with them.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const binaries = join(root, 'node_modules/.bin')
const stamp = join(root, 'node_modules/.portico-lock')
const isWindows = process.platform === 'win32'

/** Installs if needed, then runs the program with this process's arguments until it ends. */
export function bootstrap(program) {
  try {
    install()
    handOver(findNode(), join(root, program))
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

function install() {
  const wanted = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing packages (once, about a minute) …')
  const startedAt = Date.now()
  // `--include=dev` because building needs them, also where NODE_ENV says production. Not `npm ci`: it refuses
  // a lock file that was written where some other platform's binaries were not to be had, and this takes the
  // versions from the same lock file and leaves it alone.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']
  runNpm(args, 'The packages could not be installed.')
  writeFileSync(stamp, wanted)
  console.log(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`)
}

// The platform belongs to it: a folder carried to another machine has the wrong binaries.
function lockHash() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} `)
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

function runNpm(args, complaint) {
  const npm = process.env.npm_execpath
  // A skipped download of the schema engine: ours comes as a package.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false', CHECKPOINT_DISABLE: '1' }
  const options = { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 }
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: isWindows })
  if (run.status === 0) return
  throw new Error(
    `${complaint}\nnpm ${args.join(' ')}\n${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`,
  )
}

// npm may have been told to skip install scripts, which is how the package `node` fetches its binary.
function findNode() {
  const packaged = join(binaries, isWindows ? 'node.cmd' : 'node')
  if (isNode24(packaged)) return packaged
  if (majorOf(process.version) >= 24) return process.execPath
  console.log('Fetching Node 24 …')
  const folder = join(root, 'node_modules/node')
  const attempts = [
    () => runNpm(['rebuild', 'node'], 'npm rebuild node failed.'),
    () => spawnSync(process.execPath, ['installArchSpecificPackage'], { cwd: folder, stdio: 'ignore' }),
  ]
  for (const attempt of attempts) {
    try {
      attempt()
    } catch {
      // The next way is tried; what is left to say is said below.
    }
    if (isNode24(packaged)) return packaged
  }
  throw new Error(
    `Portico runs on Node 24, and npm did not install its own copy (${packaged} does not run). ` +
      'Install Node 24 and try again: https://nodejs.org',
  )
}

function isNode24(path) {
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', shell: isWindows })
  return run.status === 0 && majorOf(run.stdout) >= 24
}

function majorOf(version) {
  return Number(version.trim().slice(1).split('.')[0])
}

function handOver(node, program) {
  const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(node, [program, ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' })
  // Ctrl-C reaches the program by itself; a signal sent to this process alone is passed on. Either way the
  // program decides when it is done, so this process only waits.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const orphanWatch = process.env.npm_lifecycle_event ? watchParent(() => child.kill('SIGTERM')) : undefined
  child.on('exit', (code, signal) => {
    clearInterval(orphanWatch)
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
  })
}

// A killed npm takes nobody along, and no event tells of it: the parent's number changes.
function watchParent(onGone) {
  const parent = process.ppid
  return setInterval(() => process.ppid === parent || onGone(), 250)
}
