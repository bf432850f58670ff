/** A PostgreSQL address as Prisma writes it, split into what the driver and the engine each need. */
export type Address = {
  database: string
  /** Prisma's own `?schema=`, which the driver must not see. */
  schema: string | undefined
  connectionString: string
  /** The same server and login, another database. */
  toDatabase: (name: string) => string
}

export function readAddress(url: string): Address {
  const parsed = new URL(url)
  const schema = parsed.searchParams.get('schema') ?? undefined
  parsed.searchParams.delete('schema')
  return {
    database: decodeURIComponent(parsed.pathname.slice(1)),
    schema,
    connectionString: parsed.toString(),
    toDatabase: (name) => {
      const other = new URL(parsed)
      other.pathname = `/${encodeURIComponent(name)}`
      return other.toString()
    },
  }
}
