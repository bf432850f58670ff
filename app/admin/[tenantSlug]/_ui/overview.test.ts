import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Desk } from '#lib/console/desk.ts'
import type { DraftToApprove } from '#lib/console/find-drafts-to-approve.ts'
import { languages, translatorFor } from '#lib/kit/i18n.ts'
import { Overview } from './overview.tsx'

const asked = { by: 'staff:ana', at: new Date('2026-03-02T15:00:00Z') }

const shown = (waiting: readonly DraftToApprove[], language: 'en' | 'fr') => {
  const desk = { tenant: { slug: 'birch', name: 'Birch' }, role: 'approver' } as Desk
  const authors = new Map([['staff:ana', 'Ana']])
  const t = translatorFor(language)
  return renderToStaticMarkup(
    createElement(Overview, { desk, language, t, waiting, authors, lostHosts: [], firstSteps: null }),
  )
}

describe.each(languages)('where an approver arrives, in %s (O6)', (language) => {
  const title = translatorFor(language)('console.overview.waitingTitle')

  it.each([
    ['brand', '/admin/birch/brand'],
    ['policy', '/admin/birch/policy'],
  ] as const)('a draft that waits is told with the way to it: %s', (kind, href) => {
    const [, section = ''] = /<section(.*)<\/section>/s.exec(shown([{ kind, asked }], language)) ?? []
    expect(section).toContain(title)
    expect(section).toContain(`href="${href}"`)
    expect(section).toContain('Ana')
  })

  it('nothing is told where nothing waits', () => {
    expect(shown([], language)).not.toContain(title)
  })
})
