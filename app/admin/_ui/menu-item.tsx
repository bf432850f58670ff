import type { ReactNode } from 'react'

type Props = { readonly href: string; readonly isCurrent: boolean; readonly children: ReactNode }

export const MenuItem = ({ href, isCurrent, children }: Props) => (
  <li>
    <a
      aria-current={isCurrent ? 'page' : undefined}
      className={`flex min-h-11 items-center rounded-brand px-3 py-2 text-small leading-tight text-ink no-underline hover:bg-raised ${isCurrent ? 'bg-raised font-semibold' : ''}`}
      href={href}
    >
      {children}
    </a>
  </li>
)
