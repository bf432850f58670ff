import { describe, expect, it } from 'vitest'
import { type Law, repositoryTree, type Tree } from './repository-tree.ts'

const repository = repositoryTree()

/** A tiny tree that breaks the law, and what the law must say of it: the part after the path, or a part of that. */
export type Planted = { readonly files: Readonly<Record<string, string>>; readonly says: readonly string[] }

export const treeOf = (files: Readonly<Record<string, string>>): Tree =>
  Object.entries(files).map(([path, text]) => ({ path, text }))

/**
 * Law 10: each law is held against the repository, and is seen to fail on trees with a planted violation.
 * A planted tree whose `says` is empty shows what the law lets pass.
 */
export const describeLaw = (title: string, law: Law, planted: Readonly<Record<string, Planted>>): void => {
  describe(title, () => {
    it('holds in the repository', () => expect(law(repository)).toEqual([]))
    for (const [name, { files, says }] of Object.entries(planted))
      it(says.length > 0 ? `reports ${name}` : `lets pass ${name}`, () => {
        const found = law(treeOf(files))
        expect(found).toHaveLength(says.length)
        for (const [index, text] of says.entries()) expect(found[index]).toContain(text)
      })
  })
}
