import type { Complaint } from '#lib/compat/connect/doctor/diagnose.ts'

const longest = 8_000

/** What was asked, wherever it stands: an absent field is empty, and nobody embeds anything longer. */
export const complaintFrom = (asked: { readonly get: (name: string) => string | null }): Complaint => {
  const text = (name: string) => (asked.get(name) ?? '').slice(0, longest)
  return { embed: text('embed'), page: text('page'), policy: text('policy') }
}
