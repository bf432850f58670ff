import type { InstitutionRow } from '#lib/flow/view.ts'

const hues = 12

/** Initials on a stable colour: no licensed set of bank logos exists. The name always stands beside it. */
export const InstitutionMark = ({ institution }: { institution: InstitutionRow }) => {
  const hue = Math.floor((institution.hue % 360) / (360 / hues))
  return (
    <span
      aria-hidden="true"
      className={`mark hue-${hue} inline-flex size-[clamp(2rem,44px,2.75rem)] flex-none items-center justify-center rounded-brand text-small font-semibold tracking-wide`}
    >
      {institution.monogram}
    </span>
  )
}
