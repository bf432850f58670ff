import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { envSchema } from '#lib/kit/env.ts'
import { envExample } from '#lib/kit/env-example.ts'

const stored = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')

it('.env.example is what the schema says', () => {
  expect(stored, 'run `npm run docs:env`').toBe(envExample())
})

it('.env.example names and explains every variable', () => {
  for (const [name, field] of Object.entries(envSchema.shape)) {
    expect(stored, name).toMatch(new RegExp(`^(# )?${name}=`, 'm'))
    expect(field.description, name).toBeTruthy()
  }
})
