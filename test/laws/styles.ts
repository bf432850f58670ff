import { type Law, violation } from './repository-tree.ts'

const isDrawn = (path: string): boolean =>
  /^(app|lib|demo|bank|embed)\/.*\.(tsx?|css|html)$|^tailwind\.config\.ts$/.test(path)

/** A part that is laid out by a query of its container may stay empty where the page arrives in pieces (0126). */
export const noContainerQueries: Law = (tree) =>
  tree
    .filter(({ path }) => isDrawn(path))
    .flatMap((file) =>
      [...file.text.matchAll(/@container\b|\bcontainer-type\b|\bcontainerType\b/g)].map(({ index }) =>
        violation(file, index, 'is laid out by a query of its container'),
      ),
    )
