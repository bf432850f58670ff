import type { Translate } from '#lib/kit/i18n.ts'
import type { LinkStatus } from '#lib/links/link-status.ts'
import { Mark, type MarkTone } from '../../_ui/mark.tsx'

const tones: Readonly<Record<LinkStatus, MarkTone>> = {
  made: 'plain',
  sent: 'busy',
  not_delivered: 'bad',
  opened: 'busy',
  finished: 'good',
  failed: 'bad',
  expired: 'plain',
  revoked: 'plain',
}

export const LinkStanding = ({ status, t }: { readonly status: LinkStatus; readonly t: Translate }) => (
  <Mark tone={tones[status]}>{t(`console.links.statuses.${status}`)}</Mark>
)

/** Only what nobody has opened can be taken back. */
export const isStillOpen = (status: LinkStatus): boolean =>
  status === 'made' || status === 'sent' || status === 'not_delivered'
