import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly children: ReactNode; readonly isWide?: boolean }

/** A page without a tenant: before one is signed in, and of what a member has of their own. */
export const SignInSheet = ({ title, children, isWide = false }: Props) => (
  <div className={`mx-auto px-5 py-12 sm:py-20 ${isWide ? 'max-w-3xl' : 'max-w-md'}`}>
    <p className="mb-8 text-h2 font-semibold">
      <a className="inline-flex min-h-11 items-center text-ink no-underline" href="/admin">
        Portico
      </a>
    </p>
    <div className="rounded-sheet border border-line bg-surface p-6 sm:p-8">
      <h1 className="text-2xl leading-tight font-semibold" data-focus="" tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  </div>
)
