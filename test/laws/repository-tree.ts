import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** One file as a law sees it: a path from the root of the repository, and its text. */
export type TreeFile = { readonly path: string; readonly text: string }
export type Tree = readonly TreeFile[]

/** What a law found, as `path:line message`; an empty list means that the law holds. */
export type Violation = string
export type Law = (tree: Tree) => Violation[]

const root = resolve(import.meta.dirname, '../..')
const binary = /\.(png|jpe?g|gif|webp|ico|woff2?|pdf|gz|zip|wasm)$/

// A clone may belong to another user than the one who runs the tests, as in containers: git would refuse to list it.
const list = ['-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard', '-z']

const listed = (): string[] =>
  execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\0')
    .filter((path) => path !== '' && !binary.test(path))

/** Every text file that is tracked, or new and not ignored; files deleted but not yet committed are left out. */
export const repositoryTree = (): Tree =>
  [...new Set(listed())]
    .filter((path) => existsSync(resolve(root, path)))
    .map((path) => ({ path, text: readFileSync(resolve(root, path), 'utf8') }))

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

export const violation = (file: TreeFile, offset: number, message: string): Violation =>
  `${file.path}:${lineOf(file.text, offset)} ${message}`
