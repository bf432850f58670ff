import { overlapHours } from '#lib/console/keys/rotate-api-key.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { controlLook } from '../../../_ui/field.tsx'

/** How long the former key goes on working beside the new one. */
export const OverlapSelect = ({ label, t }: { readonly label: string; readonly t: Translate }) => (
  <select
    aria-label={label}
    className={`${controlLook(undefined)} max-w-60 md:min-w-60`}
    defaultValue="24"
    name="hours"
  >
    {overlapHours.map((hours) => (
      <option key={hours} value={hours}>
        {t(`console.keys.overlap.h${hours}`)}
      </option>
    ))}
  </select>
)
