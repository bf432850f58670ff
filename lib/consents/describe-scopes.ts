import { translatorFor } from '#lib/kit/i18n.ts'
import { scopeNames } from '#lib/tenants/flow-policy.ts'
import { scopeCatalogue } from './scope-catalogue.ts'

const row = (scope: (typeof scopeNames)[number]): string => {
  const { clusters, permissions } = scopeCatalogue[scope]
  const words = (['en', 'fr'] as const).map((language) => {
    const t = translatorFor(language)
    return `${t(`scopes.${scope}.title`)}: ${permissions.map((one) => t(`permissions.${one}`)).join('; ')}`
  })
  return `| \`${scope}\` | ${clusters.join(', ') || '–'} | ${words.join(' | ')} |`
}

/** The page docs/scopes.md, made from the catalogue; a test checks that the stored page is this one (FX5). */
export const describeScopes = (): string =>
  [
    '# What may be asked for',
    '',
    'Made from `lib/consents/scope-catalogue.ts` and the catalogues of words by `npm run docs:scopes`; do not edit.',
    '',
    'A tenant’s flow policy asks for scopes out of this closed list. Each stands for data clusters of FDX, and for single',
    'things that the page of consent names when its details are opened. `ongoing_refresh` is no cluster: it lets the',
    'others be read again while the consent lives.',
    '',
    '| scope | FDX data clusters | in English | en français |',
    '|---|---|---|---|',
    ...scopeNames.map(row),
    '',
  ].join('\n')
