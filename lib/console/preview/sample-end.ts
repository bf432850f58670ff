import { keptTextOf } from '#lib/flow/consent-document.ts'
import type { Receipt, ViewOf } from '#lib/flow/view.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import type { Scene } from './preview-places.ts'
import type { Sample } from './sample.ts'
import { sampleAccounts } from './sample-accounts.ts'

const receiptOf = (sample: Sample): Receipt => {
  const { policy, language, bank } = sample
  const t = translatorFor(language)
  const decidedAt = new Date()
  return {
    institutionName: bank.name,
    accounts: sampleAccounts(sample, true).filter(({ isChosen }) => isChosen),
    scopes: policy.scopes.map(({ scope, purpose, kept }) => ({
      scope,
      title: t(`scopes.${scope}.title`),
      purpose: purpose[language],
      keptText: keptTextOf({ scope, kept }, language),
    })),
    recipients: policy.recipients,
    consentId: 'con_sample',
    decidedAt,
    expiresAt: new Date(decidedAt.getTime() + policy.consentDays * 86_400_000),
  }
}

const outcomes: Partial<Record<Scene, ViewOf<'done'>['outcome']>> = {
  done_declined: 'declined',
  done_cancelled: 'cancelled',
  done_failed: 'failed',
}

/** Whoever meets trouble at the bank ends with nothing shared. */
export const sampleEnd = (scene: Scene, sample: Sample): ViewOf<'done'> => {
  const { who, bank } = sample
  const outcome = outcomes[scene] ?? (who.meets ? 'failed' : 'finished')
  const fault =
    outcome === 'failed' ? { code: who.meets ?? 'bank_unavailable', institutionName: bank.name } : null
  return {
    step: 'done',
    outcome,
    hasEnded: true,
    receipt: outcome === 'finished' ? receiptOf(sample) : null,
    copy: scene === 'done_copy' && outcome === 'finished' ? { to: 'j•••@example.com', isSent: true } : null,
    fault,
    restartPath: null,
  }
}
