import type { ConsentView } from '#lib/console/consents/view-consent.ts'
import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { consolePath } from '../../../_ui/navigation.ts'

export type ConsentProps = {
  readonly view: ConsentView
  readonly slug: string
  /** What the log tells of it; null for whoever may not read that. */
  readonly auditPath: string | null
  readonly language: Language
  readonly t: Translate
}

export const auditPathOf = (desk: Desk, consentId: string): string | null =>
  mayAtDesk(desk, 'audit.view') ? `${consolePath(desk.tenant.slug, 'audit')}?subject=${consentId}` : null
