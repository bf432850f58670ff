import { describeLaw } from './laws/describe-law.ts'
import {
  houseImportsOnlyTheHouse,
  importsHaveNoCycle,
  programsStandApart,
  roomsImportDownward,
} from './laws/storeys.ts'

describeLaw('a room imports only from lower storeys', roomsImportDownward, {
  'an upward import': {
    files: { 'lib/links/a.ts': "const x = 1\nimport { y } from '#lib/flow/b.ts'" },
    says: ['lib/links/a.ts:2 links imports upward from flow'],
  },
  'a sideways import': {
    files: { 'lib/links/a.ts': "import { y } from '#lib/sessions/b.ts'" },
    says: ['links imports sideways from sessions'],
  },
  'an upward import of a type': {
    files: { 'lib/kit/a.ts': "import type { Y } from '#lib/db/b.ts'" },
    says: ['kit imports upward from db'],
  },
  'an upward import in a type position': {
    files: { 'lib/kit/a.ts': "type Y = import('../db/b.ts').Y" },
    says: ['kit imports upward from db'],
  },
  'an upward import at run time, a re-export, and a relative path': {
    files: {
      'lib/kit/a.ts': "const y = await import('#lib/db/b.ts')\nexport { z } from '../vault/b.ts'",
    },
    says: ['upward from db', 'upward from vault'],
  },
  'a room that is not in the plan': {
    files: { 'lib/attic/a.ts': 'export const a = 1', 'lib/kit/a.ts': "import '#lib/attic/a.ts'" },
    says: ['stands in no storey', 'attic is in no storey'],
  },
  'an import of the pages': {
    files: { 'lib/flow/a.ts': "import '../../app/page.tsx'" },
    says: ['flow reaches out of lib, to app/page.tsx'],
  },
  'imports of its own room, of lower rooms, of packages and of the catalogues': {
    files: {
      'lib/flow/a.ts':
        "import './b.ts'\nimport '#lib/kit/ids.ts'\nimport 'zod'\nimport 'node:fs'\nimport '#messages/en.json'",
    },
    says: [],
  },
})

describeLaw('no file imports itself by way of others', importsHaveNoCycle, {
  'a cycle of two files, one way only a type': {
    files: {
      'lib/kit/a.ts': "import { b } from './b.ts'",
      'lib/kit/b.ts': "import type { A } from '#lib/kit/a.ts'",
    },
    says: ['cycle lib/kit/a.ts → lib/kit/b.ts → lib/kit/a.ts'],
  },
  'a cycle that leaves a straight way in': {
    files: {
      'app/page.tsx': "import './a.ts'",
      'app/a.ts': "import './b.ts'",
      'app/b.ts': "import './c.ts'",
      'app/c.ts': "import './a'",
    },
    says: ['cycle app/a.ts → app/b.ts → app/c.ts → app/a.ts'],
  },
  'a diamond': {
    files: {
      'lib/kit/a.ts': "import './b.ts'\nimport './c.ts'",
      'lib/kit/b.ts': "import './d.ts'",
      'lib/kit/c.ts': "import './d.ts'",
      'lib/kit/d.ts': '',
    },
    says: [],
  },
})

describeLaw('the bank, the demo client and the SDK stand apart from the house', programsStandApart, {
  'a bank that borrows from the house': {
    files: { 'bank/a.ts': "import { mintId } from '#lib/kit/ids.ts'" },
    says: ['bank is a program of its own and imports lib/kit/ids.ts'],
  },
  'a demo client that looks into the bank': {
    files: { 'demo/a.ts': "import '../bank/personas.ts'" },
    says: ['demo is a program of its own and imports bank/personas.ts'],
  },
  'a bank of several files': { files: { 'bank/a.ts': "import './login/b.ts'\nimport 'zod'" }, says: [] },
})

describeLaw('the house imports only the house', houseImportsOnlyTheHouse, {
  'a page that borrows from the bank': {
    files: { 'app/page.tsx': "import { personas } from '../bank/personas.ts'" },
    says: ['the house imports bank/personas.ts'],
  },
  'a room that borrows from the builders': {
    files: { 'lib/links/a.ts': "import { aTenant } from '#prisma/builders/tenant.ts'" },
    says: ['the house imports prisma/builders/tenant.ts'],
  },
  'a test that borrows from the builders': {
    files: { 'lib/links/a.test.ts': "import { aTenant } from '#prisma/builders/tenant.ts'" },
    says: [],
  },
})
