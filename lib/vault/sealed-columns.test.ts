import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sealedColumns } from './sealed-columns.ts'

const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8')

/** Sealed under the keys of the installation, which every tenant's staff share. */
const ofTheHouse = ['StaffMember', 'StaffPasskey', 'StaffSession']

it('every sealed column of a tenant is sealed anew when its key is changed', () => {
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  const inSchema = models
    .filter(([, model = '']) => !ofTheHouse.includes(model))
    .flatMap(([, model, body = '']) =>
      [...body.matchAll(/^ +(\w+Sealed) +Bytes/gm)].map(([, column]) => `${model}.${column}`),
    )
  expect(sealedColumns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(inSchema.sort())
})
