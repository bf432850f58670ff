import type { Attention, ConnectionRecord } from '#lib/flow/connection-records.ts'
import type { Language, Messages, Translate } from '#lib/kit/i18n.ts'
import { Mark } from '../../_ui/mark.tsx'

const tones = { active: 'good', needs_attention: 'bad', revoked: 'plain' } as const

export const ConnectionStanding = ({ status, t }: { status: ConnectionRecord['status']; t: Translate }) => (
  <Mark tone={tones[status]}>{t(`console.connections.statuses.${status}`)}</Mark>
)

export const bankName = ({ institution }: ConnectionRecord, language: Language): string =>
  (language === 'fr' ? institution?.nameFr : institution?.nameEn) ?? '–'

/** Why it cannot be read, as the person would read it. */
export const attentionWords = (attention: Attention, institution: string, t: Translate): string => {
  const fault = `faults.${attention as keyof Messages['faults']}.title` as const
  if (t.has(fault)) return t(fault, { institution })
  return t(`console.connections.attentions.${attention as 'degraded'}`, { institution })
}
