import type { ReactElement } from 'react'
import type { ViewOf } from '#lib/flow/view.ts'
import { viewStep } from '#lib/flow/view-step.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { respondWithPage, seeOther } from '#lib/web/respond.ts'
import { visitFrom } from '#lib/web/visit-from.ts'
import { JourneyShell } from '../connect/[sessionId]/_ui/journey-shell.tsx'
import type { PageProps } from '../connect/[sessionId]/_ui/page-props.ts'
import { pageDoor } from './page-door.tsx'

/** The GET of a step: the page when the step may be visited, else a 303 to the one that is due. */
export const journeyPage = <S extends StepId>(step: S, Page: (props: PageProps<S>) => ReactElement) =>
  pageDoor(async (request, { sessionId = '' }) => {
    const { open } = await visitFrom(request, sessionId)
    const viewed = await viewStep(open, step, new URL(request.url).searchParams)
    if (!viewed.ok) return seeOther(`/connect/${sessionId}/${viewed.reason}`)
    const { frame, view } = viewed.value
    const props = { frame, view: view as ViewOf<S>, t: translatorFor(frame.language) }
    return respondWithPage({
      formTargets: [new URL(open.session.returnUrl).origin],
      render: (nonce) => (
        <JourneyShell assets={assets()} nonce={nonce} {...props}>
          <Page {...props} />
        </JourneyShell>
      ),
    })
  })
