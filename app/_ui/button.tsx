import type { ReactNode } from 'react'

const looks = {
  primary: 'border-transparent bg-primary text-primary-on hover:bg-primary-hover active:bg-primary-hover',
  secondary: 'border-control bg-surface text-ink hover:bg-raised active:bg-raised',
} as const

type Props = {
  readonly children: ReactNode
  readonly look?: keyof typeof looks
  readonly name?: string
  readonly value?: string
}

const shape =
  'inline-flex min-h-13 w-full items-center justify-center gap-2 rounded-brand border-2 px-6 py-2.5 text-center text-body font-semibold motion-safe:transition-colors'

/** Submits its form. Wide on a phone, as wide as its words elsewhere; `isWide` where it stands in a grid. */
export const Button = ({ children, look = 'primary', isWide, ...rest }: Props & { isWide?: boolean }) => (
  <button
    className={`${shape} ${isWide ? '' : 'sm:w-auto sm:min-w-44'} ${looks[look]}`}
    type="submit"
    {...rest}
  >
    {children}
  </button>
)

type LinkProps = {
  readonly href: string
  readonly children: ReactNode
  /** Opens a window that goes on in place of this one and may speak through it. */
  readonly isNewWindow?: boolean
}

/** A link that leads on as a button does. */
export const ButtonLink = ({ href, children, isNewWindow }: LinkProps) => (
  <a
    className={`${shape} no-underline sm:w-auto sm:min-w-44 ${looks.primary}`}
    href={href}
    {...(isNewWindow ? { target: '_blank', rel: 'opener' } : {})}
  >
    {children}
  </a>
)

/** A button for the lesser way, in the look of a link, with a target of 44 pixels (A4). */
export const QuietButton = ({
  children,
  name,
  value,
  lang,
  formAction,
}: Props & { lang?: string; formAction?: string }) => (
  <button
    className="inline-flex min-h-11 items-center text-start text-small text-link underline decoration-1 underline-offset-4 hover:decoration-2"
    formAction={formAction}
    lang={lang}
    name={name}
    type="submit"
    value={value}
  >
    {children}
  </button>
)

export const QuietLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className="inline-flex min-h-11 items-center text-small" href={href}>
    {children}
  </a>
)
