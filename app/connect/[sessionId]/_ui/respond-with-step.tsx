import { newsOfPage } from '#lib/compat/connect/page-news.ts'
import type { OpenVisit } from '#lib/flow/open-visit.ts'
import type { StepPage } from '#lib/flow/view-step.ts'
import { assets } from '#lib/web/assets.ts'
import { originsOf } from '#lib/web/origins-of.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { StepDocument } from './step-document.tsx'

/** The page of a step; a visit that stands in a frame may be framed by its tenant's origins, any other by nobody. */
export const respondWithStep = async (open: OpenVisit, page: StepPage): Promise<Response> => {
  const news = await newsOfPage(open, page.view)
  return respondWithPage({
    mayFrame: open.session.frame ? open.policy.allowedOrigins : [],
    formTargets: originsOf(open.session.returnUrl),
    render: (nonce) => <StepDocument assets={assets()} news={news} nonce={nonce} {...page} />,
  })
}
