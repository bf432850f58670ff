import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, runPrisma } from '../../scripts/db/prisma.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database/test-database.ts'

const schemaHead = 'datasource db {\n  provider = "postgresql"\n}\n'
const tableA = 'model A {\n  id Int @id\n}\n'
const tableB = 'model B {\n  id Int @id\n}\n'
const migration = `CREATE TABLE "A" ("id" INTEGER NOT NULL, CONSTRAINT "A_pkey" PRIMARY KEY ("id"));
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append only; for ever';
END;
$$;
CREATE TRIGGER "A_append_only" BEFORE DELETE ON "A" FOR EACH ROW EXECUTE FUNCTION refuse();
`

let database: TestDatabase
let project: string

beforeAll(async () => {
  database = await openTestDatabase({ isEmpty: true })
  mkdirSync(join(root, '.portico'), { recursive: true })
  project = mkdtempSync(join(root, '.portico/engine-'))
  mkdirSync(join(project, 'migrations/1_first'), { recursive: true })
  writeFileSync(join(project, 'migrations/migration_lock.toml'), 'provider = "postgresql"\n')
  writeFileSync(join(project, 'migrations/1_first/migration.sql'), migration)
  writeFileSync(join(project, 'same.prisma'), schemaHead + tableA)
  writeFileSync(join(project, 'more.prisma'), schemaHead + tableA + tableB)
  const config = { schema: join(project, 'same.prisma'), migrations: { path: join(project, 'migrations') } }
  const text = JSON.stringify({ ...config, datasource: { url: database.url } })
  writeFileSync(join(project, 'prisma.config.ts'), `export default ${text}\n`)
})

afterAll(async () => {
  await database.drop()
  rmSync(project, { recursive: true, force: true })
})

const prisma = (args: string[], extra = {}) =>
  runPrisma([...args, '--config', join(project, 'prisma.config.ts')], { env: extra })

const diffTo = (schema: string, extra = {}) => {
  const from = ['--from-migrations', join(project, 'migrations')]
  return prisma(['migrate', 'diff', ...from, '--to-schema', join(project, schema), '--exit-code'], extra)
}

async function query(sql: string) {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

describe('the schema engine on PostgreSQL', { timeout: 120_000 }, () => {
  it('deploys migrations to an empty database, function bodies whole, and a second time changes nothing', async () => {
    const first = await prisma(['migrate', 'deploy'])
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('successfully applied') })
    await query('INSERT INTO "A" VALUES (1)')
    await expect(query('DELETE FROM "A"')).rejects.toThrow('append only; for ever')
    const second = await prisma(['migrate', 'deploy'])
    expect(second).toMatchObject({ code: 0, output: expect.stringContaining('No pending migrations') })
  })

  it('exits 0 without drift and 2 with it, the shadow being a passing database of the server', async () => {
    expect(await diffTo('same.prisma')).toMatchObject({ code: 0 })
    const drifted = await diffTo('more.prisma')
    expect(drifted).toMatchObject({ code: 2, output: expect.stringContaining('B') })
    const left = await query("SELECT FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow_db_%'")
    expect(left.rowCount).toBe(0)
  })

  it('finds the same with the shadow in memory', async () => {
    expect(await diffTo('same.prisma', { SHADOW: 'pglite' })).toMatchObject({ code: 0 })
    expect(await diffTo('more.prisma', { SHADOW: 'pglite' })).toMatchObject({ code: 2 })
  })

  const addIndexes = (name: string, ...columns: string[]): void => {
    const statements = columns.map((index) => `-- CreateIndex\nCREATE INDEX "${index}" ON "A"("id");\n`)
    mkdirSync(join(project, 'migrations', name))
    writeFileSync(join(project, 'migrations', name, 'migration.sql'), statements.join('\n'))
  }

  const isWhole = async (index: string): Promise<unknown> =>
    (await query(`SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('"${index}"')`)).rows

  it('makes indexes while others write, also after a run that left one half-built', async () => {
    await query('CREATE INDEX "A_left_idx" ON "A"("id")')
    await query(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"A_left_idx"'::regclass`)
    addIndexes('1_indexes', 'A_id_idx', 'A_left_idx')
    const writer = new pg.Client({ connectionString: database.url })
    await writer.connect()
    await writer.query('BEGIN; INSERT INTO "A" VALUES (2)')
    const deploying = prisma(['migrate', 'deploy'])
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ~* '^create index'`
    while ((await query(waiting)).rowCount === 0);
    await query(`SET lock_timeout = '5s'; INSERT INTO "A" VALUES (3)`)
    await writer.query('COMMIT')
    await writer.end()
    expect(await deploying).toMatchObject({ code: 0 })
    for (const index of ['A_id_idx', 'A_left_idx'])
      expect(await isWhole(index)).toEqual([{ indisvalid: true }])
  })

  it('makes indexes once, of two that deploy at the same time', async () => {
    addIndexes('1_more_indexes', 'A_one_idx', 'A_two_idx', 'A_three_idx')
    const both = await Promise.all([prisma(['migrate', 'deploy']), prisma(['migrate', 'deploy'])])
    expect(both.map(({ code, output }) => (code === 0 ? 'well' : output))).toEqual(['well', 'well'])
    expect(await isWhole('A_three_idx')).toEqual([{ indisvalid: true }])
  })

  it('fails a migration that does not apply, naming it', async () => {
    mkdirSync(join(project, 'migrations/2_broken'))
    writeFileSync(
      join(project, 'migrations/2_broken/migration.sql'),
      'ALTER TABLE "Missing" ADD COLUMN x INT;',
    )
    const run = await prisma(['migrate', 'deploy'])
    expect(run.code).not.toBe(0)
    expect(run.output).toContain('2_broken')
    rmSync(join(project, 'migrations/2_broken'), { recursive: true })
  })
})
