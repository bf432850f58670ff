import { defineConfig } from 'prisma/config'

// `offline:` is no server: generate, validate and the drift check need none, the rest says so.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'offline:no-database' },
})
