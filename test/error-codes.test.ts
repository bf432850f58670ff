import { describeLaw } from './laws/describe-law.ts'
import { codesHavePages, codesHaveWords, knownCodesAreUsed, thrownCodesAreKnown } from './laws/error-codes.ts'

const table =
  'export const errorTable = {\n  lost: { status: 404 },\n} as const satisfies Record<string, unknown>\n'
const tree = (files: Readonly<Record<string, string>>) => ({ 'lib/kit/errors.ts': table, ...files })

describeLaw('what is thrown stands in the table (law 5)', thrownCodesAreKnown, {
  'a code of its own making': {
    files: tree({ 'lib/web/a.ts': "throw new AppError('lost')\nthrow new AppError('gone')" }),
    says: ['lib/web/a.ts:2 throws “gone”, which the table does not know'],
  },
  'a code that was handed in': { files: tree({ 'lib/web/a.ts': 'throw new AppError(code)' }), says: [] },
})

describeLaw('every code is used', knownCodesAreUsed, {
  'a code that nobody throws': { files: tree({}), says: ['lib/kit/errors.ts:2 nobody uses “lost”'] },
  'a code in use': { files: tree({ 'lib/web/a.ts': "throw new AppError('lost')" }), says: [] },
})

describeLaw('every code has words in every language', codesHaveWords, {
  'a catalogue that lacks one': {
    files: tree({ 'messages/en.json': '{"errors":{"lost":{}}}', 'messages/fr.json': '{"errors":{}}' }),
    says: ['messages/fr.json:1 has no words for errors.lost'],
  },
})

describeLaw('every code has a page, once there are pages', codesHavePages, {
  'a missing page and a page too many': {
    files: tree({ 'docs/errors/gone.md': '# Gone' }),
    says: [
      'lib/kit/errors.ts:2 “lost” has no page',
      'docs/errors/gone.md:1 tells of a code that does not exist',
    ],
  },
  'a page each, beside a guide in capitals': {
    files: tree({ 'docs/errors/lost.md': '# Lost', 'docs/errors/README.md': '# Errors' }),
    says: [],
  },
})
