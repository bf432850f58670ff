import {
  bareClientStaysInItsRoom,
  environmentHasOneDoor,
  frameworkStaysAtTheDoors,
  journeyIsPure,
  onlyStoresAskTheDatabase,
  requestsLeaveByOneDoor,
  scopeIsFoundInStores,
} from './laws/borders.ts'
import { describeLaw } from './laws/describe-law.ts'

describeLaw('the environment is read in one file a program', environmentHasOneDoor, {
  'a room that reads it': {
    files: { 'lib/links/a.ts': '\nexport const a = process.env.A' },
    says: ['lib/links/a.ts:2 reads the environment'],
  },
  'a room that reads it by import or by a computed name': {
    files: { 'lib/kit/a.ts': "import { env } from 'node:process'", 'bank/a.ts': "process['env'].B" },
    says: ['reads the environment', 'reads the environment'],
  },
  'the files made for it': {
    files: {
      'lib/kit/env.ts': 'process.env',
      'scripts/a.ts': 'process.env',
      'next.config.ts': 'process.env',
    },
    says: [],
  },
})

describeLaw('Next.js is known to the doors alone', frameworkStaysAtTheDoors, {
  'a room that redirects by itself': {
    files: { 'lib/flow/a.ts': "import { redirect } from 'next/navigation'" },
    says: ['lib/flow/a.ts:1 imports next/navigation'],
  },
  'a type of it': { files: { 'bank/a.ts': "import type { Route } from 'next'" }, says: ['imports next'] },
  'the doors': {
    files: { 'lib/web/a.ts': "import 'next/headers'", 'app/page.tsx': "import 'next/image'" },
    says: [],
  },
})

describeLaw('the bare database client stays in lib/db', bareClientStaysInItsRoom, {
  'a store that takes it': {
    files: { 'lib/links/link-store.ts': "import { bareClient } from '#lib/db/client.ts'" },
    says: ['imports the bare database client'],
  },
  'a script that takes the module whole': {
    files: { 'scripts/a.ts': "const db = await import('#lib/db/client.ts')" },
    says: ['imports the bare database client'],
  },
  'a store that makes a client': {
    files: { 'lib/links/link-store.ts': "import { PrismaClient } from '#lib/db/generated/client.ts'" },
    says: ['imports the database client as a value'],
  },
  'a rule that knows the types of rows': {
    files: { 'lib/links/link.ts': "import type { Link } from '#lib/db/generated/client.ts'" },
    says: ['imports types of the database outside a store'],
  },
  'a store that knows types, and a rule that knows an enumeration': {
    files: {
      'lib/links/link.ts': "import { Front } from '#lib/db/generated/enums.ts'",
      'lib/links/link-store.ts': "import type { Prisma } from '#lib/db/generated/client.ts'",
    },
    says: [],
  },
})

describeLaw('a room asks the database only in its store', onlyStoresAskTheDatabase, {
  'a verb that asks': {
    files: { 'lib/links/redeem-link.ts': 'export const a = (db) => db.tables.link.findMany()' },
    says: ['asks the database outside a store'],
  },
  'a verb that takes the tables apart': {
    files: { 'lib/links/redeem-link.ts': 'export const a = ({ tables }) => tables.link.findMany()' },
    says: ['asks the database outside a store'],
  },
  'a verb that asks past the client': {
    files: {
      'lib/links/redeem-link.ts': "import { askIn } from '#lib/db/ask.ts'",
      'lib/db/ask.ts': 'export const askIn = 1',
    },
    says: ['asks the database outside a store'],
  },
  'a store on a storey that may have none': {
    files: { 'lib/flow/flow-store.ts': 'export const a = (db) => db.tables.link.findMany()' },
    says: ['asks the database outside a store'],
  },
  'a store': {
    files: { 'lib/links/link-store.ts': 'export const a = (db) => db.tables.link.findMany()' },
    says: [],
  },
})

describeLaw('scope is found in stores (law 4)', scopeIsFoundInStores, {
  'a page, a flow and a verb that look beyond their tenant': {
    files: {
      'app/page.tsx': "import { scopeDoors } from '#lib/db/scope-doors.ts'",
      'lib/flow/flow-store.ts': "import { scopeDoors } from '#lib/db/scope-doors.ts'",
      'lib/links/redeem-link.ts': "import { sharedTables } from '#lib/db/scope-doors.ts'",
    },
    says: ['looks beyond its tenant', 'looks beyond its tenant', 'looks beyond its tenant'],
  },
  'stores, the directory, the worker, and whoever asks if the database is up': {
    files: {
      'lib/links/link-store.ts': "import { scopeDoors } from '#lib/db/scope-doors.ts'",
      'lib/institutions/a.ts': "import { sharedTables } from '#lib/db/scope-doors.ts'",
      'app/readyz/route.ts': "import { isDatabaseUp } from '#lib/db/scope-doors.ts'",
    },
    says: [],
  },
})

describeLaw('the journey is pure', journeyIsPure, {
  'a journey that looks at the clock': {
    files: { 'lib/journey/a.ts': 'export const a = () => Date.now()\nexport const b = () => new Date()' },
    says: [':1 is not pure', ':2 is not pure'],
  },
  'a journey that waits, draws lots, or reads files': {
    files: { 'lib/journey/a.ts': "import 'node:fs'\nawait x\nMath.random()" },
    says: ['is not pure', 'is not pure', 'is not pure'],
  },
  'an instant that was handed in': {
    files: { 'lib/journey/a.ts': 'export const a = (text: string) => new Date(text)' },
    says: [],
  },
})

describeLaw('requests leave through lib/kit or a fetch that was handed in', requestsLeaveByOneDoor, {
  'a room that calls out': {
    files: { 'lib/delivery/a.ts': "export const a = () => fetch('https://a.example')" },
    says: ['calls the global fetch'],
  },
  'a room that names the global': {
    files: { 'lib/delivery/a.ts': 'export const a = globalThis.fetch' },
    says: ['calls the global fetch'],
  },
  'a connector that was handed one, and a script of a page': {
    files: {
      'lib/connectors/a.ts':
        "export const a = ({ fetch }: { fetch: typeof globalThis.fetch }) => fetch('https://a.example')",
      'app/_islands/c.ts': "export const c = () => fetch('/status')",
      'lib/connectors/b.ts': 'export const b = (ctx: Ctx) => ctx.fetch(ctx.baseUrl)',
    },
    says: [],
  },
})
