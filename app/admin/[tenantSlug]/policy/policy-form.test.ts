import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Desk } from '#lib/console/desk.ts'
import { languages, translatorFor } from '#lib/kit/i18n.ts'
import type { Flaw } from '#lib/tenants/flaw.ts'
import { firstPolicyDraft, type PolicyDraft } from '#lib/tenants/policy-draft.ts'
import { changeLabel } from '../../_studio/change-label.ts'
import { flawText } from '../../_studio/flaw-text.ts'
import { PolicyForm } from './policy-form.tsx'

const shown = (change: Partial<PolicyDraft>, flaws: readonly Flaw[] = [], language: 'en' | 'fr' = 'en') => {
  const document = { ...firstPolicyDraft(), ...change }
  const desk = { tenant: { slug: 'birch' } } as Desk
  const open = { kind: 'policy', revision: 'none', document, draft: null, published: null } as const
  const told = { needsApproval: false, authors: new Map(), language, t: translatorFor(language) }
  const view = { kind: 'policy', desk, open, document, flaws, ...told } as const
  return renderToStaticMarkup(createElement(PolicyForm, { view }))
}

const ticked = (html: string, name: string): string[] =>
  [...html.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`name="${name}"`) && tag.includes('checked'))
    .map((tag) => /value="([^"]*)"/.exec(tag)?.[1] ?? '')

describe('the page of a flow policy', () => {
  it('shows files and the steps after own screens as they stand', () => {
    const on = shown({ acceptsFiles: true, customSteps: ['accounts'] })
    expect([ticked(on, 'acceptsFiles'), ticked(on, 'customSteps')]).toEqual([['yes'], ['accounts']])
    const off = shown({})
    expect([ticked(off, 'acceptsFiles'), ticked(off, 'customSteps')]).toEqual([[], []])
  })

  it.each(languages)('names both as the list of what differs does: %s', (language) => {
    const html = shown({}, [], language)
    for (const field of ['acceptsFiles', 'customSteps'])
      expect(html).toContain(`>${changeLabel('policy', field, translatorFor(language))}</legend>`)
  })

  it('tells what is wrong with the banks that come first as it does elsewhere, tied to them', () => {
    const flaw: Flaw = { field: 'institutions.featured', code: 'too_many', values: { max: 24 } }
    const html = shown({}, [flaw])
    const [, id = ''] = /<p class="[^"]*text-danger[^"]*" id="([^"]+-error)">/.exec(html) ?? []
    expect(id).not.toBe('')
    expect(html).toMatch(new RegExp(`<fieldset aria-describedby="[^"]*${id}"`))
    expect(html).toContain(flawText(flaw, translatorFor('en')))
  })
})
