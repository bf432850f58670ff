import { describeLaw } from './laws/describe-law.ts'
import {
  decisionsAreRecorded,
  linksLeadSomewhere,
  namedCommandsExist,
  namedPathsExist,
} from './laws/documents.ts'

const record = (number: string): string =>
  `# ${number} Title\n\nStatus: accepted, 2026-11-24\n\n## Context\n\n## Decision\n\n## Consequences\n`

describeLaw('decisions are numbered once and told whole', decisionsAreRecorded, {
  'one number twice': {
    files: { 'docs/decisions/0001-a.md': record('0001'), 'docs/decisions/0001-b.md': record('0001') },
    says: ['0001-b.md:1 bears the number of docs/decisions/0001-a.md'],
  },
  'a record without a number, a title, a price, a status': {
    files: {
      'docs/decisions/a.md': record('0001'),
      'docs/decisions/0002-b.md': record('0003'),
      'docs/decisions/0003-c.md': record('0003').replace('## Consequences', ''),
      'docs/decisions/0004-d.md': record('0004').replace('accepted', 'perhaps'),
    },
    says: ['a.md:1 is not named', 'does not begin with “# 0002 ”', 'has no Consequences', 'has no status'],
  },
  'two records': {
    files: { 'docs/decisions/0001-a.md': record('0001'), 'docs/decisions/0002-b.md': record('0002') },
    says: [],
  },
})

describeLaw('every link of a document leads somewhere', linksLeadSomewhere, {
  'a page and a heading that are gone': {
    files: { 'README.md': '\n[a](docs/a.md)\n[b](#how)', 'docs/b.md': '[c](../README.md#why)' },
    says: [
      'README.md:2 links to docs/a.md',
      'README.md:3 links to #how',
      'docs/b.md:1 links to ../README.md#why',
    ],
  },
  'a page, a folder, a heading, another site, and an example': {
    files: {
      'README.md': '# Why, then?\n[a](docs/a.md) [b](docs) [c](#why-then) [d](https://a.example) `[e](e.md)`',
      'docs/a.md': '[up](../README.md#why-then)',
    },
    says: [],
  },
})

describeLaw('what the manuals call by its path is there', namedPathsExist, {
  'a file that moved': {
    files: { 'ARCHITECTURE.md': 'See\n`lib/kit/a.ts`', 'lib/kit/b.ts': '' },
    says: ['ARCHITECTURE.md:2 names lib/kit/a.ts, which is not there'],
  },
  'a file and a folder': {
    files: { 'README.md': '`lib/kit/b.ts`, `lib/kit/`, `lib/kit`', 'lib/kit/b.ts': '' },
    says: [],
  },
})

describeLaw('a command that a document names can be run', namedCommandsExist, {
  'a command that is gone': {
    files: { 'package.json': '{"scripts":{"dev":""}}', 'docs/a.md': '`npm run dev`\n`npm run docs:journey`' },
    says: ['docs/a.md:2 tells to run docs:journey'],
  },
})
