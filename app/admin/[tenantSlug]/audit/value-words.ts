import { webhookEventNames } from '#lib/delivery/webhook-event.ts'
import { formatInstant, type Language, type Messages, type Translate } from '#lib/kit/i18n.ts'
import { apiScopes } from '#lib/tenants/api-key.ts'
import { changeValue } from '../../_studio/change-value.ts'
import { keyScopeWords } from '../keys/_ui/key-scope-words.ts'
import { draftKindOf } from './change-words.ts'

type Scene = { readonly language: Language; readonly t: Translate }
type Console = Messages['console']

/** Several values stand in one text. */
const listOf = (value: string): string[] => value.split(/[\s,"[\]]+/).filter((one) => one !== '')

/** What developers know by its code keeps it. */
const withCode = (words: string, code: string): string => (words === code ? code : `${words} (${code})`)

const eventWords = (name: string, t: Translate): string => {
  const known = webhookEventNames.find((one) => one === name)
  return known ? withCode(t(`console.codes.events.${known}`), name) : name
}

const scopeWords = (scope: string, t: Translate): string => {
  const known = apiScopes.find((one) => one === scope)
  return known ? withCode(keyScopeWords(known, t), scope) : scope
}

const wayWords = (connector: string, t: Translate): string => {
  const key = `console.banks.connectors.${connector as keyof Console['banks']['connectors']}` as const
  return t.has(key) ? t(key) : connector
}

const instantWords = (value: string, { language }: Scene): string =>
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? formatInstant(language, new Date(value)) : value

/** A name from a part of the catalogue; a code that it lacks stays one. */
const named = (path: string, value: string, t: Translate, leaf = ''): string => {
  const key = `${path}.${value}${leaf}` as 'console.changes.yes'
  return value !== '' && t.has(key) ? t(key) : value
}

const tellers: Readonly<Record<string, (value: string, scene: Scene) => string>> = {
  role: (value, { t }) => named('console.roles', value, t, '.name'),
  language: (value, { t }) => named('languages', value, t),
  mode: (value, { t }) => named('console.keys.modes', value, t),
  envelope: (value, { t }) => named('console.webhooks.envelopes', value, t),
  stoppedBecause: (value, { t }) => named('console.webhooks.standing', value, t),
  connector: (value, { t }) => wayWords(value, t),
  order: (value, { t }) =>
    listOf(value)
      .map((one) => wayWords(one, t))
      .join(' → '),
  eventNames: (value, { t }) =>
    listOf(value)
      .map((one) => eventWords(one, t))
      .join('; ') || t('console.webhooks.usual'),
  scopes: (value, { t }) =>
    listOf(value)
      .map((one) => scopeWords(one, t))
      .join('; '),
  endsAt: instantWords,
  since: instantWords,
}

/** A value in words: of a brand or a policy as its form says it, of anything else by what it is. */
export const valueWords = (
  action: string,
  field: string,
  told: { readonly value: string } & Scene,
): string => {
  const { value, t } = told
  if (value === 'true') return t('console.changes.yes')
  if (value === 'false') return t('console.changes.no')
  const teller = tellers[field]
  if (teller) return teller(value, told)
  const kind = draftKindOf(action)
  return kind ? changeValue(kind, field, value, t) : value
}
