import type { Translate } from '#lib/kit/i18n.ts'
import type { FlashKey } from '#lib/web/staff/flash-cookie.ts'

/** What the last form did, told once. */
export const Flash = ({ flash, t }: { flash: FlashKey; t: Translate }) => (
  <p
    className="mb-5 rounded-brand border border-line bg-raised px-4 py-3 text-small font-semibold"
    role="status"
  >
    {t(`console.flash.${flash}`)}
  </p>
)
