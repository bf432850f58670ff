import type { Translate } from '#lib/kit/i18n.ts'
import type { SessionStatus } from '#lib/sessions/session.ts'
import { Mark, type MarkTone } from '../../_ui/mark.tsx'

const tones: Readonly<Record<SessionStatus, MarkTone>> = {
  open: 'busy',
  expired: 'plain',
  finished: 'good',
  declined: 'plain',
  cancelled: 'plain',
  failed: 'bad',
  abandoned: 'plain',
}

/** How a visit stands, in a word. */
export const VisitStanding = ({ status, t }: { status: SessionStatus; t: Translate }) => (
  <Mark tone={tones[status]}>{t(`console.visits.statuses.${status}`)}</Mark>
)
