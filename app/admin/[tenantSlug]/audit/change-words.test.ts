import { describe, expect, it } from 'vitest'
import { auditActions, auditFields } from '#lib/audit/audit-action.ts'
import { webhookEventNames } from '#lib/delivery/webhook-event.ts'
import { languages, translatorFor } from '#lib/kit/i18n.ts'
import { apiScopes } from '#lib/tenants/api-key.ts'
import en from '#messages/en.json' with { type: 'json' }
import fr from '#messages/fr.json' with { type: 'json' }
import { keyScopeWords } from '../keys/_ui/key-scope-words.ts'
import { actionWords, fieldWords, valueWords } from './change-words.ts'

/** Every text of a part of a catalogue, by its path. */
const leaves = (part: unknown, path = ''): string[] =>
  typeof part === 'string'
    ? [path]
    : Object.entries(part as object).flatMap(([name, below]) =>
        leaves(below, path === '' ? name : `${path}.${name}`),
      )

describe.each([
  ['en', en],
  ['fr', fr],
] as const)('the words beside a code, in %s', (language, { console: { changes, codes } }) => {
  const t = translatorFor(language)

  it('tell every action that the log can be given, and no other', () => {
    expect(leaves(changes.actions).sort()).toEqual([...auditActions].sort())
    for (const action of auditActions) expect(actionWords(action, t)).not.toContain('_')
  })

  it('tell every field of an entry, and no other', () => {
    expect(leaves(changes.fields).sort()).toEqual([...auditFields].sort())
    for (const field of auditFields) expect(fieldWords('team.invited', field, t)).not.toBe(field)
  })

  it('tell every event of a webhook and every scope of a key, and no other', () => {
    expect(leaves(codes.events).sort()).toEqual([...webhookEventNames].sort())
    const scopes = leaves(codes.keyScopes).map((path) => path.replace('.', ':'))
    expect(scopes.sort()).toEqual([...apiScopes].sort())
    for (const scope of apiScopes) expect(keyScopeWords(scope, t)).not.toBe(scope)
  })

  it('differ for every action, so that a filter by words leaves no doubt', () => {
    expect(new Set(auditActions.map((action) => actionWords(action, t))).size).toBe(auditActions.length)
  })
})

describe.each(languages)('an entry in %s', (language) => {
  const t = translatorFor(language)

  it('names a field of a brand or a policy as its form does', () => {
    expect(fieldWords('brand.published', 'displayName', t)).toBe(t('console.brand.fields.displayName'))
    expect(fieldWords('policy.draft_saved', 'idleMinutes', t)).toBe(t('console.policy.fields.idleMinutes'))
    expect(fieldWords('brand.restored', 'restoredFrom', t)).toBe(t('console.changes.fields.restoredFrom'))
  })

  it('keeps the code of what has no words any more', () => {
    expect(actionWords('brand.of_long_ago', t)).toBe('brand.of_long_ago')
    expect(fieldWords('brand.published', 'ofLongAgo', t)).toBe('ofLongAgo')
    expect(fieldWords('team.invited', 'ofLongAgo', t)).toBe('ofLongAgo')
  })

  it('tells a switch as yes or no, and anything else as it is', () => {
    expect([valueWords('true', t), valueWords('false', t), valueWords('support', t)]).toEqual([
      t('console.changes.yes'),
      t('console.changes.no'),
      'support',
    ])
  })
})
