import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Panel } from '../../../_ui/panel.tsx'

/** Nobody below fourteen agrees for themselves (QC5): kind words, and somebody to turn to. */
export const TooYoungPanel = ({ frame, t }: { frame: Frame; t: Translate }) => {
  const isTooYoung = frame.flash?.errors.some(({ code }) => code === 'birth_too_young')
  if (!isTooYoung) return null
  const { tenantName: tenant, supportEmail: contact } = frame.brand
  return (
    <Panel title={t('identity.tooYoungTitle')} tone="notice">
      <p className="mt-1">{t('identity.tooYoungText', { tenant, contact })}</p>
    </Panel>
  )
}
