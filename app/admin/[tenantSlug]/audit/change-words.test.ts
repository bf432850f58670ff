import { describe, expect, it } from 'vitest'
import { auditActions, auditFields } from '#lib/audit/audit-action.ts'
import { webhookEventNames } from '#lib/delivery/webhook-event.ts'
import { languages, translatorFor } from '#lib/kit/i18n.ts'
import { apiScopes } from '#lib/tenants/api-key.ts'
import en from '#messages/en.json' with { type: 'json' }
import fr from '#messages/fr.json' with { type: 'json' }
import { keyScopeWords } from '../keys/_ui/key-scope-words.ts'
import { actorWords } from './actor-words.ts'
import { actionWords, fieldWords } from './change-words.ts'
import { valueWords } from './value-words.ts'

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

  it('tells a value by what it is, and what it does not know as it is', () => {
    const told = (action: string, field: string, value: string) =>
      valueWords(action, field, { value, language, t })
    expect(told('team.role_changed', 'role', 'support')).toBe(t('console.roles.support.name'))
    expect(told('team.role_changed', 'role', 'of_long_ago')).toBe('of_long_ago')
    expect(told('route.put', 'connector', 'fdx')).toBe(t('console.banks.connectors.fdx'))
    expect(told('route.moved', 'order', 'fdx aggregator')).toContain(t('console.banks.connectors.aggregator'))
    expect(told('api_key.created', 'scopes', 'links:read')).toContain(t('console.codes.keyScopes.links.read'))
    expect(told('consent.withdrawn', 'endsAt', '2026-11-24T12:00:00.000Z')).not.toContain('T12')
    expect(told('policy.published', 'preset', 'bank_first')).toBe(t('console.policy.presets.bank_first'))
    expect(told('webhook_endpoint.changed', 'isOn', 'true')).toBe(t('console.changes.yes'))
    expect(told('webhook_endpoint.changed', 'isOn', 'false')).toBe(t('console.changes.no'))
    expect(told('link.minted', 'address', 'https://a.example')).toBe('https://a.example')
  })

  it('tells who did it, a member by their address', () => {
    expect(actorWords('session:ses_0', t)).toBe(t('console.changes.actors.session'))
    expect(actorWords('zoe@example.com', t)).toBe('zoe@example.com')
    for (const who of [
      'clock',
      'worker',
      'system:domain-check',
      'client:data-api',
      'key:key_1',
      'operator:cli',
    ])
      expect(actorWords(who, t)).not.toBe(who)
  })
})
