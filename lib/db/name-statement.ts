const mostNamed = 200
const names = new Map<string, string>()

/**
 * Under a name PostgreSQL parses a statement once a connection and not each time. The first texts have one; beyond
 * that many, statements that are put together could fill the memory of every connection, so they go without.
 */
export const nameStatement = ({ sql }: { readonly sql: string }): string => {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= mostNamed) return ''
  const name = `portico_${names.size}`
  names.set(sql, name)
  return name
}
