import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Desk } from '#lib/console/desk.ts'
import { languages, translatorFor } from '#lib/kit/i18n.ts'
import { firstBrandDraft } from '#lib/tenants/brand-draft.ts'
import type { Draft } from '#lib/tenants/draft.ts'
import { Missing } from './missing.tsx'
import { PendingChanges } from './pending-changes.tsx'
import type { StudioView } from './studio.ts'

const document = { ...firstBrandDraft('Birch'), cornerRadius: '20' }
const published = { id: 'brd_1', version: 1, document: firstBrandDraft('Birch') }
const asked = { by: 'staff:stf_1', at: new Date('2026-03-02T15:00:00Z') }
const aDraft = { authors: ['staff:stf_1'], document } as unknown as Draft

type Standing = Pick<StudioView['open'], 'draft' | 'published'>
const writer = { role: 'owner', member: { id: 'stf_1' } } as unknown as Desk
const approver = { role: 'approver', member: { id: 'stf_2' } } as unknown as Desk

describe.each(languages)('a draft on its way out, in %s', (language) => {
  const t = translatorFor(language)
  const viewOf = (open: Partial<Standing>, more: Partial<StudioView> = {}) =>
    ({
      kind: 'brand',
      desk: writer,
      flaws: [],
      document,
      open: { draft: null, published: null, ...open },
      t,
      ...more,
    }) as StudioView
  const stageOf = (view: StudioView) => renderToStaticMarkup(createElement(Missing, { view }))
  const changesIn = (view: StudioView) => renderToStaticMarkup(createElement(PendingChanges, { view }))
  const live = published as unknown as NonNullable<Standing['published']>

  it.each([
    ['unsaved', viewOf({})],
    ['unsaved', viewOf({ published: live })],
    ['live', viewOf({ published: live }, { document: live.document })],
    ['ready', viewOf({ published: live, draft: { ...aDraft, asked: null } })],
    ['asked', viewOf({ published: live, draft: { ...aDraft, asked } })],
  ] as const)('is told to be %s', (stage, view) => {
    expect(stageOf(view)).toContain(t(`console.studio.stages.${stage}.title`))
    expect(stageOf(view)).toContain(t(`console.studio.stages.${stage}.text`))
  })

  it('shows what it would change, opened for whoever approves it', () => {
    const open = { published: live, draft: { ...aDraft, asked } }
    expect(changesIn(viewOf(open))).toContain(t('console.brand.fields.cornerRadius'))
    expect(changesIn(viewOf(open))).not.toMatch(/<details [^>]*open=""/)
    expect(changesIn(viewOf(open, { desk: approver }))).toMatch(/<details [^>]*open=""/)
    expect(changesIn(viewOf({ published: live }, { document: live.document }))).not.toContain('<details')
  })
})
