import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  readonly lead?: ReactNode
  readonly id?: string
  readonly children: ReactNode
}

/** A part of a page with a heading of its own. */
export const Panel = ({ title, lead, id, children }: Props) => (
  <section className="mt-6 rounded-panel border border-line bg-surface p-5 sm:p-6" id={id}>
    <h2 className="text-h2 font-semibold">{title}</h2>
    {lead && <p className="mt-1 max-w-prose text-small text-muted">{lead}</p>}
    <div className="mt-4">{children}</div>
  </section>
)
