import { describeLaw } from './laws/describe-law.ts'
import {
  checksAreNotSilenced,
  everyTestRuns,
  noMachinePaths,
  noTestSleeps,
  nothingIsLeftUnfinished,
} from './laws/workshop.ts'

// What is planted is put together from parts, so that the laws do not find it here.
const join = (...parts: string[]): string => parts.join('')

describeLaw('nothing knows the machine it was written on', noMachinePaths, {
  'a home, a workplace and a scratch file': {
    files: {
      'README.md': join('\nsee /ho', 'me/anna/portico'),
      'lib/kit/a.ts': join("readFile('/wo", "rk/notes.md')"),
      'scripts/a.ts': join("readFile('/tm", "p/notes.md')"),
      'docs/a.md': join('[notes](..', '/../sha', 'red/notes.md)').replace('/../', '/'),
    },
    says: ['README.md:2 names a path', 'names a path', 'names a path', 'names a path'],
  },
  'addresses and paths of the repository': {
    files: { 'README.md': 'https://portico.example/home/welcome and docs/work/a.md and #lib/kit/a.ts' },
    says: [],
  },
})

describeLaw('nothing is left unfinished in a margin', nothingIsLeftUnfinished, {
  'notes in code, in prose, in the schema': {
    files: {
      'lib/kit/a.ts': join('// TO', 'DO later'),
      'README.md': join('FIX', 'ME'),
      'prisma/schema.prisma': join('/// X', 'XX'),
    },
    says: ['leaves a note', 'leaves a note', 'leaves a note'],
  },
  'the same letters in a string': { files: { 'lib/kit/a.ts': join("const a = 'TO", "DO'") }, says: [] },
})

describeLaw('no check is silenced without a reason', checksAreNotSilenced, {
  'silenced compiler and linter': {
    files: {
      'lib/kit/a.ts': '// @ts-ignore\nx',
      'lib/kit/b.ts': '// @ts-nocheck: it is fine\nx',
      'lib/kit/c.ts': '// biome-ignore lint/style/noVar: x\nx',
      'lib/kit/d.ts': '// @ts-expect-error\nx',
    },
    says: Array.from({ length: 4 }, () => 'silences a check'),
  },
  'reasons given': {
    files: {
      'lib/kit/a.ts': '// biome-ignore lint/style/noVar: the script runs before modules\nx',
      'lib/kit/a.test.ts': '// @ts-expect-error: a consent has no such column\nx',
    },
    says: [],
  },
})

describeLaw('every test runs', everyTestRuns, {
  'tests set aside': {
    files: {
      'lib/kit/a.test.ts': "it.only('a', f)\ndescribe.skip('b', f)\nit.skipIf(x)('c', f)\nxit('d', f)",
      'e2e/a.spec.ts': "test.describe.only('a', f)\ntest.fixme()",
    },
    says: Array.from({ length: 6 }, () => 'sets a test aside'),
  },
  'a field of that name': { files: { 'lib/kit/a.test.ts': 'rows.skip(1)\nit.each(x)' }, says: [] },
})

describeLaw('no test waits for a time', noTestSleeps, {
  sleeps: {
    files: {
      'e2e/a.spec.ts': 'await page.waitForTimeout(1)',
      'lib/kit/a.test.ts': "import { setTimeout as nap } from 'node:timers/promises'\nawait nap(5)",
      'lib/kit/b.test.ts': 'await new Promise((resolve) => setTimeout(resolve, 5))\nawait sleep(1)',
    },
    says: Array.from({ length: 4 }, () => 'waits for a time'),
  },
  'a deadline, a search, and a wait in the product': {
    files: {
      'e2e/b.ts': 'while (!found) await sleep(5)',
      'e2e/a.spec.ts': 'setTimeout(() => reject(), 5)',
      'lib/jobs/a.ts': 'await new Promise((resolve) => setTimeout(resolve, 5))',
    },
    says: [],
  },
})
