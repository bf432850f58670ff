import type { ReactNode } from 'react'

/** `isTurning`: it points along the line, and the other way in a language that is written from the right. */
const Icon = ({ children, isTurning = false }: { children: ReactNode; isTurning?: boolean }) => (
  <svg
    aria-hidden="true"
    className={`size-[1.25em] flex-none ${isTurning ? 'rtl:-scale-x-100' : ''}`}
    fill="none"
    focusable="false"
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="1.75"
    viewBox="0 0 24 24"
  >
    {children}
  </svg>
)

export const LockIcon = () => (
  <Icon>
    <rect height="10" rx="2" width="14" x="5" y="11" />
    <path d="M8 11V7.5a4 4 0 0 1 8 0V11" />
  </Icon>
)

export const EyeIcon = () => (
  <Icon>
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
    <circle cx="12" cy="12" r="2.75" />
  </Icon>
)

export const CheckIcon = () => (
  <Icon>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
)

export const AlertIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7.5v5.5M12 16.4v.1" />
  </Icon>
)

export const BackIcon = () => (
  <Icon isTurning>
    <path d="m14.5 6-6 6 6 6" />
  </Icon>
)

export const DownIcon = () => (
  <Icon>
    <path d="m6 9.5 6 6 6-6" />
  </Icon>
)

export const ForwardIcon = () => (
  <Icon isTurning>
    <path d="m9.5 6 6 6-6 6" />
  </Icon>
)
