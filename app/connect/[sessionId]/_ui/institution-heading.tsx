import type { InstitutionRow } from '#lib/flow/view.ts'
import { InstitutionMark } from '../../../_ui/institution-mark.tsx'

/** Whose page this is about, in the words by which the person knows it. */
export const InstitutionHeading = ({ institution }: { institution: InstitutionRow }) => (
  <p className="mb-4 flex items-center gap-3 font-semibold">
    <InstitutionMark institution={institution} />
    <span className="min-w-0">{institution.name}</span>
  </p>
)
