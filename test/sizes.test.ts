import { describeLaw } from './laws/describe-law.ts'
import {
  commentsAreMeasured,
  filesAreShort,
  functionsAreShort,
  houseIsMadeOfSmallParts,
} from './laws/sizes.ts'

const lines = (count: number, line = 'x'): string => `${line}\n`.repeat(count)

describeLaw('no file is over 300 lines', filesAreShort, {
  'a long file': { files: { 'bank/a.ts': lines(301) }, says: ['301 lines, at most 300'] },
  'a file at the limit, a long test, a long catalogue': {
    files: { 'bank/a.ts': lines(300), 'bank/a.test.ts': lines(900), 'messages/en.json': lines(900) },
    says: [],
  },
})

describeLaw('no function is over 50 lines, or 90 where it draws', functionsAreShort, {
  'a long function and a long method': {
    files: { 'lib/kit/a.ts': `const a = () => {\n${lines(49)}}\nclass B { b() {\n${lines(49)}} }` },
    says: ['lib/kit/a.ts:1 a function of 51 lines, at most 50', 'a function of 51 lines'],
  },
  'a long drawing': {
    files: { 'app/a.tsx': `const A = () => {\n${lines(88)}return <p />\n}` },
    says: ['a function of 91 lines, at most 90'],
  },
  'too many positional parameters': {
    files: { 'lib/kit/a.ts': 'const a = (b, c, d, e, f) => 1' },
    says: ['5 positional parameters, at most 4'],
  },
  'functions at the limits': {
    files: {
      'lib/kit/a.ts': `const a = (b, c, d, e) => {\n${lines(48)}}`,
      'app/a.tsx': `const A = () => {\n${lines(87)}return <p />\n}`,
    },
    says: [],
  },
})

describeLaw('the house is made of small parts', houseIsMadeOfSmallParts, {
  'a house of halls': {
    files: { 'lib/kit/a.ts': lines(171), 'lib/kit/b.ts': lines(171), 'app/c.ts': lines(10) },
    says: ['median file 171 lines, at most 50', 'ninetieth file of a hundred 171 lines, at most 170'],
  },
  'long functions': {
    files: { 'lib/kit/a.ts': `const a = () => {\n${lines(10)}}` },
    says: ['median function 12 lines, at most 10'],
  },
  'halls that are not of the house': { files: { 'scripts/a.ts': lines(171) }, says: [] },
})

describeLaw('the rooms say why, and do not chatter', commentsAreMeasured, {
  'a silent room': {
    files: { 'lib/kit/a.ts': `// why\n${lines(60)}` },
    says: ['1.6 % of the lines are comments'],
  },
  'a room that chatters': {
    files: { 'lib/kit/a.ts': `/*\n why\n*/\n${lines(7)}` },
    says: ['30.0 % of the lines are comments'],
  },
  'a room that says why': { files: { 'lib/kit/a.ts': `// why\n${lines(19)}` }, says: [] },
})
