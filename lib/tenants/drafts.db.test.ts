import { describe, expect, it } from 'vitest'
import { listEntriesAfter } from '#lib/audit/audit-store.ts'
import { verifyAudit } from '#lib/audit/verify-audit.ts'
import { aTenant } from '#prisma/builders/a-tenant.ts'
import { withTestDatabase } from '../../test/database/with-test-database.ts'
import type { BrandDraft } from './brand-draft.ts'
import { getCurrent } from './current-versions.ts'
import { openDraft } from './open-draft.ts'
import { askApproval, publishDraft, restoreVersion } from './publish-draft.ts'
import { bringBackDraft, discardDraft, saveDraft } from './save-draft.ts'
import { openPreview, previewLifeMs, sharePreview, unsharePreviews } from './share-preview.ts'
import { setNeedsApproval } from './tenant-store.ts'
import { findNewestVersion, listVersions } from './version-history-store.ts'

withTestDatabase()

const [ana, ben] = ['staff:ana', 'staff:ben']

const preparing = async (change: Partial<BrandDraft> = { displayName: 'Birch' }) => {
  const { db, brandId } = await aTenant()
  const { revision, document } = await openDraft(db, 'brand')
  const saved = await saveDraft(db, 'brand', {
    seen: revision,
    document: { ...document, ...change },
    actor: ana,
  })
  if (!saved.ok) throw new Error(saved.reason)
  return { db, brandId, first: revision, seen: saved.value, document }
}

describe('a draft', () => {
  it('begins as what is published, and is stored once it differs', async () => {
    const { db, brandId } = await aTenant()
    const open = await openDraft(db, 'brand')
    expect(open).toMatchObject({ draft: null, revision: brandId, document: { displayName: 'Test Lending' } })
    const same = await saveDraft(db, 'brand', { seen: 'stale', document: open.document, actor: ana })
    expect(same).toEqual({ ok: true, value: brandId })
    expect((await openDraft(db, 'brand')).draft).toBeNull()
  })

  it('is not overwritten by one who has not seen it: of two who save at once one is told', async () => {
    const { db } = await aTenant()
    const { revision: seen, document } = await openDraft(db, 'policy')
    const save = (consentDays: string, actor: string) =>
      saveDraft(db, 'policy', { seen, document: { ...document, consentDays }, actor })
    const both = await Promise.all([save('30', ana), save('60', ben)])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    const kept = await openDraft(db, 'policy')
    const winner = both[0]?.ok ? '30' : '60'
    expect(kept.document.consentDays).toBe(winner)
  })

  it('cannot be saved over a version that was published since', async () => {
    const { db, first, seen, document } = await preparing()
    expect(await publishDraft(db, 'brand', { seen, actor: ana })).toMatchObject({ ok: true })
    const late = await saveDraft(db, 'brand', { seen: first, document, actor: ben })
    expect(late).toEqual({ ok: false, reason: 'changed' })
  })

  it('is thrown away only by one who has seen it', async () => {
    const { db, first, seen } = await preparing()
    expect(await discardDraft(db, 'brand', { seen: first, actor: ana })).toEqual({
      ok: false,
      reason: 'changed',
    })
    expect(await discardDraft(db, 'brand', { seen, actor: ana })).toEqual({ ok: true, value: null })
    expect((await openDraft(db, 'brand')).draft).toBeNull()
  })
})

describe('publishing', () => {
  it('makes a new version of the draft, names who wrote it, and is in the audit log', async () => {
    const { db, brandId, seen } = await preparing()
    const published = await publishDraft(db, 'brand', { seen, actor: ben })
    const newest = await findNewestVersion(db, 'brand')
    expect(published).toEqual({ ok: true, value: newest?.id })
    expect(newest).toMatchObject({ version: 2, authors: [ana], publishedBy: ben, restoredFrom: null })
    expect((await getCurrent(db)).brandId).toBe(newest?.id)
    const [, entry] = await listEntriesAfter(db, 0, 5)
    expect(entry).toMatchObject({ actor: ben, action: 'brand.published', subject: newest?.id })
    expect(entry?.detail).toEqual({
      former: brandId,
      authors: ana,
      'before.displayName': 'Test Lending',
      'after.displayName': 'Birch',
    })
    expect(await verifyAudit(db)).toEqual({ ok: true, value: 2 })
  })

  it('happens once, however often the button is pressed', async () => {
    const { db, seen } = await preparing()
    const press = () => publishDraft(db, 'brand', { seen, actor: ana })
    const answers = await Promise.all([press(), press(), press()])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await listVersions(db, 'brand', { limit: 9 })).toHaveLength(2)
  })

  it.each<[string, Partial<BrandDraft>]>([
    ['something is missing (CA2)', { privacyUrl: '' }],
    ['a pair cannot be told apart (O5)', { primary: '#ffffff' }],
  ])('does not happen while %s', async (_, change) => {
    const { db, seen } = await preparing(change)
    expect(await publishDraft(db, 'brand', { seen, actor: ana })).toEqual({ ok: false, reason: 'flawed' })
    expect(await listVersions(db, 'brand', { limit: 9 })).toHaveLength(1)
  })
})

describe('where the tenant asks for approval (O6)', () => {
  it('another publishes what was asked about, and nobody their own work', async () => {
    const { db, seen } = await preparing()
    await setNeedsApproval(db, true)
    const publish = (actor: string) => publishDraft(db, 'brand', { seen, actor, isApproving: true })
    expect(await publish(ben)).toEqual({ ok: false, reason: 'approval_missing' })
    expect(await askApproval(db, 'brand', { seen, actor: ana })).toMatchObject({ ok: true })
    expect(await publish(ana)).toEqual({ ok: false, reason: 'own_work' })
    const unasked = await publishDraft(db, 'brand', { seen, actor: ben })
    expect(unasked).toEqual({ ok: false, reason: 'approval_missing' })
    expect(await publish(ben)).toMatchObject({ ok: true })
  })

  it('a change after the question takes it back', async () => {
    const { db, seen, document } = await preparing()
    await setNeedsApproval(db, true)
    await askApproval(db, 'brand', { seen, actor: ana })
    const changed = await saveDraft(db, 'brand', {
      seen,
      document: { ...document, font: 'inter' },
      actor: ana,
    })
    if (!changed.ok) throw new Error(changed.reason)
    const approve = (revision: string) =>
      publishDraft(db, 'brand', { seen: revision, actor: ben, isApproving: true })
    expect(await approve(seen)).toEqual({ ok: false, reason: 'changed' })
    expect(await approve(changed.value)).toEqual({ ok: false, reason: 'approval_missing' })
  })
})

describe('a roll-back', () => {
  it('publishes the old version anew, says so, and leaves the open draft', async () => {
    const { db, seen, document } = await preparing()
    await publishDraft(db, 'brand', { seen, actor: ana })
    const second = await openDraft(db, 'brand')
    const draft = { seen: second.revision, document: { ...document, font: 'inter' }, actor: ana }
    await saveDraft(db, 'brand', draft)
    const act = { seen: second.revision, actor: ben, version: 1 }
    expect(await restoreVersion(db, 'brand', act)).toMatchObject({ ok: true })
    const newest = await findNewestVersion(db, 'brand')
    expect(newest).toMatchObject({ version: 3, restoredFrom: 1, publishedBy: ben, document })
    expect((await openDraft(db, 'brand')).document.font).toBe('inter')
    expect(await restoreVersion(db, 'brand', act)).toEqual({ ok: false, reason: 'changed' })
  })

  it('becomes a draft for another to let out, where the tenant asks for approval', async () => {
    const { db, seen, document } = await preparing()
    await publishDraft(db, 'brand', { seen, actor: ana })
    await setNeedsApproval(db, true)
    const { revision } = await openDraft(db, 'brand')
    const act = { seen: revision, actor: ana, version: 1 }
    expect(await restoreVersion(db, 'brand', act)).toEqual({ ok: true, value: 'asked' })
    expect(await listVersions(db, 'brand', { limit: 9 })).toHaveLength(2)
    const { draft } = await openDraft(db, 'brand')
    expect(draft).toMatchObject({ document, authors: [ana], asked: { by: ana } })
    const approve = (actor: string) =>
      publishDraft(db, 'brand', { seen: draft?.revision ?? '', actor, isApproving: true })
    expect(await restoreVersion(db, 'brand', act)).toEqual({ ok: false, reason: 'draft_open' })
    expect(await approve(ana)).toEqual({ ok: false, reason: 'own_work' })
    expect(await approve(ben)).toMatchObject({ ok: true })
    expect(await findNewestVersion(db, 'brand')).toMatchObject({ version: 3, document })
  })

  it('to what is published already is none', async () => {
    const { db, brandId } = await aTenant()
    const answer = await restoreVersion(db, 'brand', { seen: brandId, actor: ana, version: 1 })
    expect(answer).toEqual({ ok: false, reason: 'nothing_new' })
  })
})

describe('a draft that was thrown away', () => {
  it('can be brought back as it was, once, unless something else has begun', async () => {
    const { db, seen } = await preparing()
    const { document } = await openDraft(db, 'brand')
    const act = { seen, actor: ana }
    expect(await discardDraft(db, 'brand', act)).toMatchObject({ ok: true })
    expect((await openDraft(db, 'brand')).draft).toBeNull()
    expect(await bringBackDraft(db, 'brand', { seen: 'drf_other', actor: ana })).toMatchObject({ ok: false })
    expect(await bringBackDraft(db, 'brand', act)).toMatchObject({ ok: true })
    expect((await openDraft(db, 'brand')).draft).toMatchObject({ revision: seen, document })
    expect(await bringBackDraft(db, 'brand', act)).toMatchObject({ ok: false })
    await discardDraft(db, 'brand', act)
    const { revision } = await openDraft(db, 'brand')
    await saveDraft(db, 'brand', { seen: revision, document: { ...document, font: 'inter' }, actor: ben })
    expect(await bringBackDraft(db, 'brand', act)).toMatchObject({ ok: false, reason: 'changed' })
    expect((await openDraft(db, 'brand')).draft).toMatchObject({ authors: [ben] })
  })

  it('and each save before stand in the log with what they changed', async () => {
    const { db, seen } = await preparing()
    await discardDraft(db, 'brand', { seen, actor: ben })
    const entries = await db.tables.auditEntry.findMany({ orderBy: { sequence: 'asc' } })
    expect(entries.slice(-2)).toMatchObject([
      { action: 'brand.draft_saved', actor: ana },
      { action: 'brand.draft_discarded', actor: ben },
    ])
    const [saved, thrown] = entries.slice(-2).map(({ detail }) => Object.entries(detail as object))
    const of = (side: string, pairs: [string, unknown][] = []) =>
      pairs.flatMap(([name, value]) => (name.startsWith(side) ? [value] : []))
    expect(of('after.', saved)).toEqual(of('before.', thrown))
    expect(of('after.', saved).length).toBeGreaterThan(0)
  })
})

describe('a tenant', () => {
  it('sees nothing of another’s drafts and versions', async () => {
    const { seen } = await preparing()
    const other = await aTenant()
    expect(await publishDraft(other.db, 'brand', { seen, actor: ana })).toMatchObject({ ok: false })
    expect((await openDraft(other.db, 'brand')).draft).toBeNull()
  })
})

describe('a shared preview', () => {
  it('opens for a day, its token is kept as a hash, and all are taken back at once', async () => {
    const { db } = await aTenant()
    const now = new Date()
    const token = await sharePreview(db, { actor: ana, now })
    expect(await openPreview(token, now)).toMatchObject({ tenantId: db.tenantId })
    expect(await openPreview(`${token}x`, now)).toBeNull()
    expect(await openPreview(token, new Date(now.getTime() + previewLifeMs))).toBeNull()
    await unsharePreviews(db, ana)
    expect(await openPreview(token, now)).toBeNull()
  })
})
