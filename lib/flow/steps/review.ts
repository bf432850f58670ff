import { inTransaction } from '#lib/db/tenant-db.ts'
import { announceEvent } from '#lib/delivery/announce-event.ts'
import { setReviewAsked } from '#lib/identity/holder-check-store.ts'
import { insertEvent } from '#lib/sessions/session-store.ts'
import { chosenInstitutionRow } from '../chosen-institution.ts'
import { type StepModule, stepDone } from '../step-module.ts'

/**
 * Shown where the tenant wants a visit to stop because bank and person do not say the same. It says what the person
 * can do and never what differs: that would tell a thief what to type.
 */
export const reviewStep: StepModule<'review'> = {
  view: async (open) => {
    const { holderCheck } = open
    if (!holderCheck) throw new Error('review is due without a check')
    return {
      step: 'review',
      institution: await chosenInstitutionRow(open),
      reference: holderCheck.reference,
      isAsked: holderCheck.askedAt !== null,
    }
  },
  submit: async (open, form) => {
    const { db, session, holderCheck, now } = open
    if (!holderCheck || form.get('action') !== 'ask') return stepDone
    await inTransaction(db, async (tx) => {
      if (!(await setReviewAsked(tx, holderCheck.id, now))) return
      await insertEvent(tx, session.id, { name: 'review_asked', step: 'review' })
      await announceEvent(tx, {
        name: 'session.review_asked',
        data: { sessionId: session.id, reference: holderCheck.reference, tag: session.tag },
        threadId: session.id,
        at: now,
        isTest: session.isDemo,
      })
    })
    return stepDone
  },
}
