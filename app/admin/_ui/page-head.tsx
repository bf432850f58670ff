import type { ReactNode } from 'react'
import type { Translate } from '#lib/kit/i18n.ts'

export type Crumb = { readonly label: string; readonly href: string }

type Props = {
  readonly title: string
  readonly lead?: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly actions?: ReactNode
  readonly t: Translate
}

/** Where one is, what the page is for, and what can be begun here. */
export const PageHead = ({ title, lead, crumbs = [], actions, t }: Props) => (
  <header className="mb-6">
    {crumbs.length > 0 && (
      <nav aria-label={t('console.frame.crumbs')}>
        <ol className="flex flex-wrap gap-x-2 text-small text-muted">
          {crumbs.map(({ label, href }) => (
            <li className="flex items-center gap-2" key={href}>
              <a className="inline-flex min-h-6 items-center" href={href}>
                {label}
              </a>
              <span aria-hidden="true" className="[li:last-child>&]:hidden">
                /
              </span>
            </li>
          ))}
        </ol>
      </nav>
    )}
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-2xl leading-tight font-semibold">{title}</h1>
        {lead && <p className="mt-1 max-w-prose text-small text-muted">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </div>
  </header>
)
