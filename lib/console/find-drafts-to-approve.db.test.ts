import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffRole } from '#lib/staff/staff-member.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { askApproval, publishDraft } from '#lib/tenants/publish-draft.ts'
import { saveDraft } from '#lib/tenants/save-draft.ts'
import { setNeedsApproval } from '#lib/tenants/tenant-store.ts'
import { aDesk } from '#prisma/builders/a-desk.ts'
import { aTenant, type BuiltTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import { actorOf, type Desk } from './desk.ts'
import { findDraftsToApprove } from './find-drafts-to-approve.ts'

withTestDatabase()

let tenant: BuiltTenant
beforeEach(async () => {
  tenant = await aTenant()
  await setNeedsApproval(tenant.db, true)
})

const at = (role: StaffRole) => aDesk(tenant, role)

/** A change of the policy by this member; answers its revision. */
const prepared = async (desk: Desk): Promise<string> => {
  const { revision: seen, document } = await openDraft(tenant.db, 'policy')
  const changed = { ...document, acceptsFiles: true, customSteps: ['accounts'] }
  const saved = await saveDraft(tenant.db, 'policy', { seen, document: changed, actor: actorOf(desk) })
  if (!saved.ok) throw new Error(saved.reason)
  return saved.value
}

const asked = async (desk: Desk): Promise<string> => {
  const seen = await prepared(desk)
  expect(await askApproval(tenant.db, 'policy', { seen, actor: actorOf(desk) })).toMatchObject({ ok: true })
  return seen
}

const kindsFor = async (desk: Desk) => (await findDraftsToApprove(desk)).map(({ kind }) => kind)

describe('a draft that waits for approval (O6)', () => {
  it('is told to who may give it, with who asked, until it is published as it was set', async () => {
    const [editor, approver] = [await at('consent_editor'), await at('approver')]
    const seen = await asked(editor)
    expect(await findDraftsToApprove(approver)).toEqual([
      { kind: 'policy', asked: { by: actorOf(editor), at: expect.any(Date) } },
    ])
    const act = { seen, actor: actorOf(approver), isApproving: true }
    expect(await publishDraft(tenant.db, 'policy', act)).toMatchObject({ ok: true })
    expect(await kindsFor(approver)).toEqual([])
    const { document } = await openDraft(tenant.db, 'policy')
    expect(document).toMatchObject({ acceptsFiles: true, customSteps: ['accounts'] })
  })

  it('is not told before anybody has asked', async () => {
    await prepared(await at('consent_editor'))
    expect(await kindsFor(await at('approver'))).toEqual([])
  })

  it('is not told to who wrote it or may approve nothing, and to an owner only as another’s', async () => {
    const [author, other, analyst] = [await at('owner'), await at('owner'), await at('analyst')]
    await asked(author)
    expect([await kindsFor(author), await kindsFor(other), await kindsFor(analyst)]).toEqual([
      [],
      ['policy'],
      [],
    ])
  })

  it('is not told where one person publishes, nor to another tenant', async () => {
    await asked(await at('consent_editor'))
    const foreign = await aTenant()
    await setNeedsApproval(foreign.db, true)
    expect(await kindsFor(await aDesk(foreign, 'approver'))).toEqual([])
    await setNeedsApproval(tenant.db, false)
    expect(await kindsFor(await at('approver'))).toEqual([])
  })
})

describe('a draft kept before files could be taken', () => {
  it('keeps what is published of them when it is opened', async () => {
    const built = await aTenant({ acceptsFiles: true, customSteps: ['identity'] })
    const { document } = await openDraft(built.db, 'policy')
    const { acceptsFiles: _, customSteps: __, ...early } = document
    const row = { kind: 'policy' as const, revision: 'drf_1', authors: ['staff:ana'], savedAt: new Date() }
    await built.db.tables.draft.create({ data: { ...row, tenantId: built.db.tenantId, document: early } })
    const opened = await openDraft(built.db, 'policy')
    expect(opened.draft?.document).toEqual(document)
  })
})
