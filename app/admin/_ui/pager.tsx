import type { Translate } from '#lib/kit/i18n.ts'
import { ButtonLink } from './button.tsx'

type Props = {
  readonly path: string
  /** What the address asks now, without its place in the list. */
  readonly query: URLSearchParams
  readonly isFirst: boolean
  /** The last id of this page, where more follow. */
  readonly next: string | null
  readonly t: Translate
}

const addressOf = (path: string, query: URLSearchParams): string =>
  query.size === 0 ? path : `${path}?${query}`

/** On to older rows, and back to the newest. A page begins behind an id, so what is added meanwhile shifts nothing. */
export const Pager = ({ path, query, isFirst, next, t }: Props) => {
  const rest = new URLSearchParams(query)
  rest.delete('before')
  const older = new URLSearchParams(rest)
  if (next) older.set('before', next)
  return (
    (next || !isFirst) && (
      <nav aria-label={t('console.list.pages')} className="mt-4 flex flex-wrap justify-between gap-3">
        {isFirst ? (
          <span />
        ) : (
          <ButtonLink href={addressOf(path, rest)} look="secondary">
            {t('console.list.newest')}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink href={addressOf(path, older)} look="secondary">
            {t('console.list.older')}
          </ButtonLink>
        )}
      </nav>
    )
  )
}
