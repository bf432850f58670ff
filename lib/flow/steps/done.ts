import { maskEmail } from '#lib/identity/identity.ts'
import { hasEvent } from '#lib/sessions/session-store.ts'
import { chosenInstitutionRow } from '../chosen-institution.ts'
import { findCopyAddress } from '../copy-address.ts'
import { problemOf } from '../login-problem.ts'
import type { OpenVisit } from '../open-visit.ts'
import { findReceipt } from '../receipt.ts'
import { restartPathOf } from '../restart-path.ts'
import { copySent } from '../send-copy.ts'
import type { StepModule } from '../step-module.ts'
import type { DoneView } from '../view.ts'

const copyOf = async (open: OpenVisit): Promise<DoneView['copy']> => {
  const to = await findCopyAddress(open)
  return to === null
    ? null
    : { to: maskEmail(to), isSent: await hasEvent(open.db, open.session.id, copySent) }
}

const faultOf = async (open: OpenVisit): Promise<DoneView['fault']> => {
  const problem = problemOf(open)
  return problem && { code: problem.fault, institutionName: (await chosenInstitutionRow(open)).name }
}

/** What was shared, with whom, until when. Before the visit has ended it is the last look (AU6), after it the receipt. */
export const doneStep: StepModule<'done'> = {
  view: async (open) => {
    const { session } = open
    const outcome = session.outcome === null || session.outcome === 'abandoned' ? 'finished' : session.outcome
    const isFinished = outcome === 'finished'
    return {
      step: 'done',
      outcome,
      hasEnded: session.endedAt !== null,
      receipt: isFinished ? await findReceipt(open) : null,
      copy: isFinished ? await copyOf(open) : null,
      fault: outcome === 'failed' ? await faultOf(open) : null,
      restartPath: isFinished ? null : await restartPathOf(session),
    }
  },
}
