import type { Translate } from '#lib/kit/i18n.ts'
import { defaultLinkDays, mostLinkDays } from '#lib/links/link.ts'
import { Select } from '../../_ui/filters.tsx'

type Props = { readonly days?: number | undefined; readonly t: Translate }

const choices = Array.from({ length: mostLinkDays }, (_, n) => ({ value: `${n + 1}`, label: `${n + 1}` }))

/** How long a link can be opened: a choice, so that no number is asked for that there is not. */
export const DaysSelect = ({ days = defaultLinkDays, t }: Props) => (
  <Select choices={choices} label={t('console.links.days')} name="days" value={days} />
)
