import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { comeIn } from './pages/come-in.ts'
import { operate } from './pages/personal-link.ts'

test('the first owner of a new business walks in by the printed link, sets up a second factor, and is in the console', async ({
  page,
}) => {
  const slug = `new-${randomBytes(6).toString('hex')}`
  const owner = `owner@${slug}.example`
  const printed = await operate('tenant', 'create', '--slug', slug, '--name', 'New Lending', '--owner', owner)
  const link = /^http\S+\/admin\/open\/\S+$/m.exec(printed)?.[0] ?? ''
  await comeIn(page, link, { path: `/admin/${slug}`, isAskedFor: false })
  await expect(page.getByRole('heading', { name: 'New Lending', level: 1 })).toBeVisible()
})
