import { afterAll, beforeAll } from 'vitest'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { startBank } from '../../bank/server.ts'

/** A sandbox bank of the file's own at BANK_URL, and the directory that names it. Call it after `withTestDatabase`. */
export const withSandboxBank = (): void => {
  let bank: Awaited<ReturnType<typeof startBank>>
  beforeAll(async () => {
    bank = await startBank({ port: 0 })
    process.env.BANK_URL = bank.url
    await seedInstitutions()
  })
  afterAll(() => bank.close())
}
