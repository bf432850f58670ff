import type { ReactNode } from 'react'

const looks = {
  primary: 'border-transparent bg-primary text-primary-on hover:bg-primary-hover',
  secondary: 'border-control bg-surface text-ink hover:bg-raised',
  danger: 'border-danger bg-surface text-danger hover:bg-danger-surface',
} as const

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-brand border px-4 py-2 text-center text-small font-semibold no-underline'

type Props = {
  readonly children: ReactNode
  readonly look?: keyof typeof looks
}

type ButtonProps = Props & {
  readonly name?: string
  readonly value?: string
  readonly formAction?: string
  readonly formEncType?: string
  readonly form?: string
}

/** Submits its form. */
export const Button = ({ children, look = 'primary', ...rest }: ButtonProps) => (
  <button className={`${shape} ${looks[look]}`} type="submit" {...rest}>
    {children}
  </button>
)

export const ButtonLink = ({ children, look = 'primary', href }: Props & { readonly href: string }) => (
  <a className={`${shape} ${looks[look]}`} href={href}>
    {children}
  </a>
)
