import { describeLaw } from './laws/describe-law.ts'
import {
  exceptionsExist,
  modelsAreExplained,
  rowsNameTheirTenant,
  secretsAreSealed,
} from './laws/schema-columns.ts'

const model = (name: string, ...columns: string[]) => ({
  'prisma/schema.prisma': `/// Why.\nmodel ${name} {\n  tenantId String\n${columns.map((one) => `  ${one}\n`).join('')}}\n`,
})

describeLaw('what is secret or personal stands sealed or hashed (law 3)', secretsAreSealed, {
  'names that hint at a secret': {
    files: model('Login', 'username String', 'passwordText String?', 'mfaAnswers Json', 'holders String[]'),
    says: [
      'schema.prisma:4 Login.username may hold a secret',
      'Login.passwordText may hold a secret',
      'Login.mfaAnswers may hold a secret',
      'Login.holders may hold a secret',
    ],
  },
  'bytes that promise nothing': {
    files: model('Login', 'blob Bytes'),
    says: ['Login.blob is Bytes and ends in none of'],
  },
  'a promise that text cannot keep': {
    files: model('Login', 'passwordSealed String'),
    says: ['promises sealed or hashed bytes and is not Bytes'],
  },
  'sealed, hashed, counted and referred-to things, and an exception': {
    files: {
      ...model(
        'Login',
        'passwordSealed Bytes?',
        'tokenHash Bytes @unique',
        'codeTries Int',
        'loginId String',
      ),
      'prisma/more.prisma': '/// Why.\nmodel Institution {\n  numbers String[]\n}\n',
    },
    says: [],
  },
})

describeLaw('every exception names a column', exceptionsExist, {
  'exceptions whose columns are gone': {
    files: model(
      'BrandVersion',
      ...['displayName', 'supportEmail', 'supportPhone'].map((name) => `${name} String`),
    ),
    says: [
      'Tenant.name is allowed and does not exist',
      'TenantKey.wrapped',
      'HouseKey.wrapped',
      'BrandAsset.image',
      'Institution.upstreamKey',
      'InstitutionRoute.upstreamKey',
      'Institution.nameEn',
      'Institution.nameFr',
      'Institution.numbers',
      'SessionEvent.name',
      'SessionEvent.detail',
      'WebhookMessage.eventName',
      'AuditEntry.detail',
      'TurnCount.key',
      'OutboxEvent.payload',
    ],
  },
})

describeLaw('every row names its tenant (law 4)', rowsNameTheirTenant, {
  'a table of everybody': {
    files: { 'prisma/schema.prisma': '/// Why.\nmodel Visit {\n  id String @id\n}\n' },
    says: ['schema.prisma:3 Visit names no tenant'],
  },
  'a table of the installation': {
    files: { 'prisma/schema.prisma': '/// Why.\nmodel Institution {\n  id Int @id\n}\n' },
    says: [],
  },
})

describeLaw('every model is explained', modelsAreExplained, {
  'a model without a word': {
    files: { 'prisma/schema.prisma': '\nmodel Visit {\n  id String @id\n}\n' },
    says: ['schema.prisma:2 Visit is not explained'],
  },
})
