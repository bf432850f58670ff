export type IndexChange = { readonly verb: 'create' | 'drop'; readonly name: string; readonly sql: string }

const change = /^(create|drop) ((?:unique )?index) "([^"]+)"(.*)$/is

/** The statements of a migration that makes and drops indexes and does nothing else; of any other, null. */
export function indexChangesOf(script: string): IndexChange[] | null {
  const statements = script
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .map((text) => text.trim())
    .filter(Boolean)
  const changes = statements.map((text): IndexChange | null => {
    const [, verb = '', index = '', name = '', rest = ''] = change.exec(text) ?? []
    if (name === '') return null
    return verb.toLowerCase() === 'create'
      ? { verb: 'create', name, sql: `create ${index} concurrently "${name}"${rest}` }
      : { verb: 'drop', name, sql: `drop index concurrently if exists "${name}"${rest}` }
  })
  return changes.length > 0 && changes.every((one) => one !== null) ? changes : null
}

type Ask = (sql: string, values?: unknown[]) => Promise<{ rows: { isWhole?: boolean }[] }>

/**
 * Makes the changes one after the other, while others go on writing. Each can be done again: an index that a run that was
 * ended has left half-built is made anew, and one that is whole stays.
 */
export async function changeIndexes(ask: Ask, changes: readonly IndexChange[]): Promise<void> {
  for (const { verb, name, sql } of changes) {
    if (verb === 'create') {
      const found = await ask(
        'select indisvalid as "isWhole" from pg_index where indexrelid = to_regclass($1)',
        [`"${name}"`],
      )
      if (found.rows[0]?.isWhole) continue
      if (found.rows[0]) await ask(`drop index concurrently "${name}"`)
    }
    await ask(sql)
  }
}
