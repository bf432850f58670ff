import type { Translate } from '#lib/kit/i18n.ts'
import type { ApiScope } from '#lib/tenants/api-key.ts'

type KeyOf<Scope extends string> = Scope extends `${infer Of}:${infer Verb}` ? `${Of}.${Verb}` : never

/** What a scope lets a server do. */
export const keyScopeWords = (scope: ApiScope, t: Translate): string =>
  t(`console.codes.keyScopes.${scope.replace(':', '.') as KeyOf<ApiScope>}`)
