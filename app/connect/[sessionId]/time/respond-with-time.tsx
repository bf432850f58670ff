import type { OpenVisit } from '#lib/flow/open-visit.ts'
import { findVisitBrand, timeOf } from '#lib/flow/visit-time.ts'
import { errorTable } from '#lib/kit/errors.ts'
import { usualLimits } from '#lib/tenants/visit-limits.ts'
import { assets } from '#lib/web/assets.ts'
import type { DoorParams, Problem } from '#lib/web/door.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { sceneFrom } from '#lib/web/scene-from.ts'
import { neutralBrand } from '../../../_ui/neutral-brand.ts'
import { TimePage } from './time-page.tsx'

const over = { ...usualLimits, idleSeconds: 0, endSeconds: 0 }

/** The page itself frames it, and whoever may frame the page is above both. */
const framedBy = ({ policy }: OpenVisit): readonly string[] => ["'self'", ...policy.allowedOrigins]

export const respondWithTime = async (open: OpenVisit): Promise<Response> => {
  const { id: sessionId, language } = open.session
  const page = { sessionId, language, brand: await findVisitBrand(open), time: timeOf(open) ?? over }
  return respondWithPage({
    mayFrame: framedBy(open),
    render: (nonce) => <TimePage assets={assets()} nonce={nonce} {...page} />,
  })
}

/** Whatever went wrong, the frame says that the visit waits no more and leads to the page that says why. */
export const respondWithTimeOver = async (
  { code }: Problem,
  request: Request,
  params: DoorParams,
): Promise<Response> => {
  const scene = code === 'unavailable' ? null : await sceneFrom(request, params)
  const page = {
    sessionId: params.sessionId ?? '',
    language: scene?.language ?? preferredLanguage(request),
    brand: scene?.brand ?? neutralBrand,
    time: over,
  }
  return respondWithPage({
    status: errorTable[code].status,
    mayFrame: ["'self'"],
    render: (nonce) => <TimePage assets={assets()} nonce={nonce} {...page} />,
  })
}
