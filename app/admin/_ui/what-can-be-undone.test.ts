import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Desk } from '#lib/console/desk.ts'
import { languages, translatorFor } from '#lib/kit/i18n.ts'
import type { TeamMember } from '#lib/staff/membership-store.ts'
import type { StudioView } from '../_studio/studio.ts'
import { StudioBar } from '../_studio/studio-bar.tsx'
import { RevokeLink } from '../[tenantSlug]/links/revoke-link.tsx'
import { MemberActions } from '../[tenantSlug]/team/member-actions.tsx'

const desk = { tenant: { slug: 'birch' }, role: 'owner', member: { id: 'stf_1' } } as unknown as Desk
const savedAt = new Date('2026-03-02T15:00:00Z')

describe.each(languages)('what can be taken back (decision 0108), in %s', (language) => {
  const t = translatorFor(language)
  const row = { memberId: 'stf_2', member: { email: 'ana@birch.example' } } as unknown as TeamMember
  const open = { draft: { savedAt, authors: [], asked: null }, published: null, revision: 1 }
  const view = { desk, kind: 'brand', open, authors: new Map(), language, t } as unknown as StudioView

  it.each<[string, ReactElement]>([
    ['a personal link', createElement(RevokeLink, { path: '/admin/birch/links', linkId: 'lnk_1', t })],
    ['a member of the team', createElement(MemberActions, { desk, row, t })],
    ['a draft', createElement(StudioBar, { view })],
  ])('is asked about and not drawn as a danger: %s', (_, element) => {
    const html = renderToStaticMarkup(element)
    expect(html).toContain('<dialog')
    expect(html).not.toContain('danger')
  })
})
