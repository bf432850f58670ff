import { describeLaw } from './laws/describe-law.ts'
import { filesAreKebabCase, namesSayWhat, noBarrels, noDefaultExports } from './laws/names.ts'

describeLaw('folders and files that could hold anything do not exist', namesSayWhat, {
  'a folder of helpers': { files: { 'lib/kit/helpers/a.ts': '' }, says: ['“helpers” could hold anything'] },
  'a file of utils, also in tests': { files: { 'e2e/utils.ts': '' }, says: ['“utils” could hold anything'] },
})

describeLaw('files are named in kebab-case', filesAreKebabCase, {
  'camel case and a capital': {
    files: { 'lib/kit/mintId.ts': '', 'app/_ui/Button.tsx': '', 'lib/kit/a_b.ts': '' },
    says: ['is not kebab-case', 'is not kebab-case', 'is not kebab-case'],
  },
  'the signs of Next.js, endings, and addresses of the dialect': {
    files: {
      'app/connect/[sessionId]/_ui/step-page.tsx': '',
      'app/(staff)/[...path]/page.tsx': '',
      'lib/links/redeem-link.db.test.ts': '',
      'app/v3/[customerId]/BankingServices/Authorize/route.ts': '',
    },
    says: [],
  },
})

describeLaw('no file only re-exports', noBarrels, {
  'a barrel, whatever its name': {
    files: { 'lib/kit/index.ts': "export * from './a.ts'", 'lib/kit/all.ts': "export { a } from './a.ts'" },
    says: ['only re-exports', 'only re-exports'],
  },
  'a file with something of its own, and two addresses with one door': {
    files: {
      'app/a/route.ts': "export { GET } from '../b/route.ts'",
      'lib/kit/a.ts': "export * from './b.ts'\nexport const a = 1",
    },
    says: [],
  },
})

describeLaw('only frameworks that demand it get a default export', noDefaultExports, {
  'a room with one': {
    files: { 'lib/kit/a.ts': 'export default 1', 'bank/b.ts': 'const b = 1\nexport { b as default }' },
    says: ['default export in a.ts', 'bank/b.ts:2 default export'],
  },
  'a page, a layout, a configuration': {
    files: {
      'app/page.tsx': 'export default function Page() {}',
      'app/e/[tenant]/layout.tsx': 'export default function Layout() {}',
      'next.config.ts': 'export default {}',
    },
    says: [],
  },
})
