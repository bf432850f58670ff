import type { ReactNode } from 'react'

/** The narrow page of those who are not signed in yet. */
export const SignInSheet = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="mx-auto max-w-md px-5 py-12 sm:py-20">
    <p className="mb-8 text-h2 font-semibold">Portico</p>
    <div className="rounded-sheet border border-line bg-surface p-6 sm:p-8">
      <h1 className="text-2xl leading-tight font-semibold">{title}</h1>
      {children}
    </div>
  </div>
)
