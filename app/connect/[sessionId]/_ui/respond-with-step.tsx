import { newsOfPage } from '#lib/compat/connect/page-news.ts'
import type { OpenVisit } from '#lib/flow/open-visit.ts'
import type { StepView } from '#lib/flow/view.ts'
import type { StepPage } from '#lib/flow/view-step.ts'
import { assets } from '#lib/web/assets.ts'
import { bankOpensFor, bankTargets } from '#lib/web/bank-opens.ts'
import { originsOf } from '#lib/web/origins-of.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { StepDocument } from './step-document.tsx'

/** A form of this page may lead to the page of a bank. */
const leadsToBank = (view: StepView): boolean =>
  (view.step === 'consent' && view.bankPageNext !== null) || ('bankPage' in view && view.bankPage !== null)

/** The page of a step; a visit that stands in a frame may be framed by its tenant's origins, any other by nobody. */
export const respondWithStep = async (
  request: Request,
  open: OpenVisit,
  page: StepPage,
): Promise<Response> => {
  const news = await newsOfPage(open, page.view)
  const frame = { ...page.frame, bankOpens: bankOpensFor(request, open) }
  return respondWithPage({
    mayFrame: open.session.frame ? open.policy.allowedOrigins : [],
    formTargets: [...originsOf(open.session.returnUrl), ...(leadsToBank(page.view) ? bankTargets() : [])],
    render: (nonce) => <StepDocument assets={assets()} news={news} nonce={nonce} {...page} frame={frame} />,
  })
}
