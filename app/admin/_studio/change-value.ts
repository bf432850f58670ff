import type { Translate } from '#lib/kit/i18n.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import { spanText } from '../../_ui/span-text.ts'

type Named = Readonly<Record<string, string>>

/** What the choices of a control are called, by the last part of its path. */
const namesOf = (field: string, t: Translate): Named | null => {
  const kinds: Readonly<Record<string, () => Named>> = {
    preset: () => ({
      express: t('console.policy.presets.express'),
      connect: t('console.policy.presets.connect'),
      bank_first: t('console.policy.presets.bank_first'),
    }),
    languages: () => ({ en: t('languages.en'), fr: t('languages.fr') }),
    region: () => ({ quebec: t('console.policy.regions.quebec') }),
    countries: () => ({ CA: t('countries.CA'), US: t('countries.US') }),
    connectors: () => ({
      sandbox: t('console.policy.connectors.sandbox'),
      fdx: t('console.policy.connectors.fdx'),
      aggregator: t('console.policy.connectors.aggregator'),
    }),
    demoMode: () => ({
      anyone: t('console.policy.demoModes.anyone'),
      links: t('console.policy.demoModes.links'),
      always: t('console.policy.demoModes.always'),
    }),
    from: () => ({
      '': t('console.policy.kept.asked'),
      read: t('console.policy.kept.read'),
      end: t('console.policy.kept.end'),
    }),
    customSteps: () => ({
      identity: t('console.policy.customSteps.identity'),
      accounts: t('console.policy.customSteps.accounts'),
    }),
    listed: () => ({
      connectable: t('console.policy.listed.connectable'),
      all: t('console.policy.listed.all'),
    }),
    accountRule: () => ({
      one: t('console.policy.accountRules.one'),
      several: t('console.policy.accountRules.several'),
      all: t('console.policy.accountRules.all'),
    }),
    required: () => ({ true: t('console.policy.asked.required'), false: t('console.policy.asked.optional') }),
  }
  return kinds[field]?.() ?? null
}

const lineText = (field: string, line: string, t: Translate): string => {
  const named = namesOf(field, t)?.[line]
  if (named !== undefined) return named
  if (line === 'true') return t('console.policy.yes')
  return line === 'false' ? t('console.policy.no') : line
}

/** A value of a policy as its form says it; what a person has written stays as they wrote it. */
export const changeValue = (kind: DraftKind, path: string, value: string, t: Translate): string => {
  if (kind === 'brand') return value
  const field = path.split('.').at(-1) ?? path
  if (field === 'idleMinutes' || field === 'visitMinutes')
    return /^\d+$/.test(value) ? spanText(Number(value), t) : value
  if (path === 'scopes' || path === 'identityFields' || /\.(purpose|reason)\./.test(path)) return value
  return value
    .split('\n')
    .map((line) => lineText(field, line, t))
    .join('\n')
}
