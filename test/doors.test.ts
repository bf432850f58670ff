import { describeLaw } from './laws/describe-law.ts'
import { doorsAreThin, doorsKnowNoDatabase, requestsAreParsedInWeb } from './laws/doors.ts'

const header = '/** GET /e/:tenant, anybody: opens a visit. */\n'
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `const a${i} = 1\n`).join('')

describeLaw('a door declares, delegates, translates', doorsAreThin, {
  'a door without a header': {
    files: { 'app/e/[tenant]/route.ts': 'export const GET = door()' },
    says: ['no header comment that tells of GET'],
  },
  'a verb that the header leaves out, whatever the way of exporting': {
    files: {
      'app/a/route.ts': `${header}export async function POST() {}`,
      'app/b/route.ts': `${header}export const { GET, POST } = doors()`,
      'app/c/route.ts': `${header}const PUT = 1\nexport { PUT }`,
    },
    says: ['tells of POST', 'tells of POST', 'tells of PUT'],
  },
  'a door that does the work itself': {
    files: { 'app/a/route.tsx': `${header}${lines(25)}export const GET = a0` },
    says: ['26 lines of code, at most 25'],
  },
  'a thin door, comments and blank lines not counted': {
    files: { 'app/a/route.ts': `${header}\n\n// why\n/* a\n b */\n${lines(24)}export const GET = a0\n` },
    says: [],
  },
})

describeLaw('a door knows no database', doorsKnowNoDatabase, {
  'a page that opens one': {
    files: { 'app/page.tsx': "import { tenantDb } from '#lib/db/tenant-db.ts'" },
    says: ['imports #lib/db/tenant-db.ts'],
  },
  'a door that asks whether it is up': {
    files: { 'app/readyz/route.ts': "import { isDatabaseUp } from '#lib/db/scope-doors.ts'" },
    says: [],
  },
})

describeLaw('what a request says is parsed in lib/web', requestsAreParsedInWeb, {
  'doors that read the request themselves': {
    files: {
      'app/a/route.ts':
        'export const POST = async (request) => {\n await request.formData()\n await request.json()\n}',
      'app/b/route.ts': 'export const GET = (request) => new URL(request.url).searchParams.get("a")',
    },
    says: ['app/a/route.ts:2 reads', 'app/a/route.ts:3 reads', 'app/b/route.ts:1 reads'],
  },
  'an answer in JSON, and parameters handed to lib/web as they came': {
    files: {
      'app/a/route.ts': 'export const GET = () => Response.json({})',
      'app/b/route.ts': 'export const GET = (request) => wishesFrom(new URL(request.url).searchParams)',
    },
    says: [],
  },
})
