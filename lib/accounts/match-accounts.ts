/** By what an account is found again, strongest first; null where the bank did not say enough. */
export type Marks = readonly (string | null)[]
export type Marked = { readonly marks: Marks }

/** The positions in `list` of those that nobody else in it shares a mark with. */
const onlyHolders = (list: readonly (Marked | null)[], strength: number): Map<string, number> => {
  const found = new Map<string, number>()
  const shared = new Set<string>()
  list.forEach((one, position) => {
    const mark = one?.marks[strength]
    if (mark == null) return
    if (found.has(mark)) shared.add(mark)
    found.set(mark, position)
  })
  for (const mark of shared) found.delete(mark)
  return found
}

/**
 * For each fetched account the known one that it is, or null (O12). The strongest mark speaks first, over all accounts;
 * weaker ones then only among those left, and a mark that two share decides nothing: a wrong match would mix two
 * histories, a missed one only starts a new id.
 */
export const matchAccounts = <Known extends Marked>(
  known: readonly Known[],
  fetched: readonly Marked[],
): (Known | null)[] => {
  const matched: (Known | null)[] = fetched.map(() => null)
  const strengths = Math.max(0, ...fetched.map(({ marks }) => marks.length))
  for (let strength = 0; strength < strengths; strength++) {
    const free = known.map((one) => (matched.includes(one) ? null : one))
    const open = fetched.map((one, position) => (matched[position] ? null : one))
    const holders = onlyHolders(free, strength)
    for (const [mark, position] of onlyHolders(open, strength)) {
      const holder = holders.get(mark)
      if (holder !== undefined) matched[position] = known[holder] ?? null
    }
  }
  return matched
}
