import { z } from 'zod'
import { type IdentityFieldName, identityFieldNames } from '#lib/tenants/flow-policy.ts'

const text = (max: number) => z.string().trim().min(1).max(max)

const addressSchema = z.object({
  line1: text(120),
  line2: text(120).optional(),
  city: text(80),
  region: text(40),
  postalCode: text(16),
  country: z.enum(['CA', 'US']),
})
export type PrefilledAddress = z.output<typeof addressSchema>

const valuesSchema = z.strictObject({
  fullName: text(140).optional(),
  dateOfBirth: z.iso.date().optional(),
  email: z.email().max(254).optional(),
  phone: z
    .string()
    .regex(/^\+[1-9]\d{7,14}$/, 'must be in international form, such as +15145550134')
    .optional(),
  address: addressSchema.optional(),
  reference: text(64).optional(),
})
export type PrefilledValues = z.output<typeof valuesSchema>

/** What a tenant knows of the person it sends a link to. `locked` fields are shown and cannot be changed. */
export const prefillSchema = z
  .object({ values: valuesSchema, locked: z.array(z.enum(identityFieldNames)).default([]) })
  .refine(({ values, locked }) => locked.every((name) => values[name] !== undefined), {
    error: 'a field can be locked only with a value',
    path: ['locked'],
  })
export type Prefill = z.output<typeof prefillSchema>

/** The fields that have a value, in the order of the catalogue. */
export const prefilledNames = ({ values }: Pick<Prefill, 'values'>): IdentityFieldName[] =>
  identityFieldNames.filter((name) => values[name] !== undefined)
