import type { ReactNode } from 'react'

export type Fact = { readonly name: string; readonly value: ReactNode }

/** What is known of one thing: name and value beside each other, under each other on a phone. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="grid gap-x-6 gap-y-3 text-small sm:grid-cols-2 [&_time]:whitespace-normal">
    {facts.map(({ name, value }) => (
      <div className="min-w-0" key={name}>
        <dt className="text-muted">{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
