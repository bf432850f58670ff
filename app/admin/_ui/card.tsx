import type { ReactNode } from 'react'

/** The part of a page that its own heading speaks for. */
export const Card = ({ children }: { readonly children: ReactNode }) => (
  <section className="rounded-panel border border-line bg-surface p-5 sm:p-6">{children}</section>
)
