import type { ReactNode } from 'react'

const tones = {
  good: 'border-transparent bg-primary text-primary-on',
  bad: 'border-danger bg-danger-surface text-danger',
  busy: 'border-notice bg-notice-surface text-notice',
  plain: 'border-line bg-raised text-ink',
} as const

export type MarkTone = keyof typeof tones

/** A state in a word; the colour only repeats it. */
export const Mark = ({ tone = 'plain', children }: { tone?: MarkTone; children: ReactNode }) => (
  <span className={`inline-block rounded-brand border px-2 py-0.5 whitespace-nowrap ${tones[tone]}`}>
    {children}
  </span>
)
