import type { Tree, TreeFile } from './repository-tree.ts'

export const isSource = ({ path }: TreeFile): boolean =>
  /\.(ts|tsx|mts|mjs|js)$/.test(path) && !isGenerated(path)

/** Written by a tool, or kept only as the record of a trial. */
const isGenerated = (path: string): boolean =>
  path.endsWith('.d.ts') ||
  path.startsWith('public/') ||
  path.startsWith('bench/render/') ||
  path.includes('/generated/')

/** Everything that only runs under test, or exists for it. */
export const isTest = ({ path }: TreeFile): boolean =>
  /(\.(test|spec|bench)|-suite)\.tsx?$/.test(path) || /^(test|e2e|bench)\//.test(path)

export const sourcesOf = (tree: Tree): Tree => tree.filter(isSource)
export const productOf = (tree: Tree): Tree => sourcesOf(tree).filter((file) => !isTest(file))

/** Small scripts that run in the browser, where there is no room to import from. */
export const isIsland = ({ path }: TreeFile): boolean => path.startsWith('app/_islands/')

/** The house itself: what the storeys order, and what the medians are taken over. */
export const isHouse = ({ path }: TreeFile): boolean => /^(lib|app)\//.test(path)
