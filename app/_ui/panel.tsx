import type { ReactNode } from 'react'
import { AlertIcon } from './icons.tsx'

const tones = {
  notice: 'bg-notice-surface text-notice border-notice',
  danger: 'bg-danger-surface text-danger border-danger',
} as const

type Props = {
  readonly tone: keyof typeof tones
  readonly title?: string
  readonly children?: ReactNode
  /** True: focus goes here when the page opens. */
  readonly isFirst?: boolean
}

/** Something that happened and what to do about it, in words that do not accuse. */
export const Panel = ({ tone, title, children, isFirst }: Props) => (
  <div
    className={`mt-6 rounded-panel border-l-4 px-4 py-4 ${tones[tone]}`}
    data-focus={isFirst ? 'first' : undefined}
    role={tone === 'danger' ? 'alert' : 'status'}
    tabIndex={isFirst ? -1 : undefined}
  >
    <div className="flex gap-3">
      <AlertIcon />
      <div className="min-w-0 flex-1">
        {title && <h2 className="text-body font-semibold">{title}</h2>}
        <div className="text-ink">{children}</div>
      </div>
    </div>
  </div>
)

/** A quiet box for what stays true: how long, who sees what. */
export const Aside = ({
  icon,
  title,
  children,
}: {
  icon?: ReactNode
  title?: string
  children: ReactNode
}) => (
  <div className="mt-6 flex gap-3 rounded-panel bg-raised px-4 py-4 text-small">
    {icon && <span className="text-muted">{icon}</span>}
    <div className="min-w-0 flex-1">
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  </div>
)
