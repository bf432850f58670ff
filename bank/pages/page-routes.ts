import { z } from 'zod'
import { currentRound } from '../login/login-session.ts'
import { decisionOf } from '../login/progress.ts'
import { findSessionByApproval } from '../login/session-store.ts'
import { css, html, json, type Reply, seeOther } from '../reply.ts'
import type { BankRequest, Route } from '../router.ts'
import type { BankWorld } from '../world.ts'
import { approvePage, nothingToApprovePage } from './approve-page.ts'
import { homePage } from './home-page.ts'
import { style } from './style.ts'

const decisionSchema = z.object({ decision: z.enum(['approved', 'denied']) })

const showApproval = async (world: BankWorld, { params }: BankRequest): Promise<Reply> => {
  const session = findSessionByApproval(world, params.id ?? '')
  return session ? html(approvePage(session, world.clock.now())) : html(nothingToApprovePage(), 404)
}

const decideApproval = async (world: BankWorld, request: BankRequest): Promise<Reply> => {
  const { decision } = decisionSchema.parse(await request.readForm())
  const session = findSessionByApproval(world, request.params.id ?? '')
  if (!session) return html(nothingToApprovePage(), 404)
  // The first decision stands: a second press must not turn a refusal into an approval.
  if (currentRound(session).includes('approve')) {
    session.decision = decisionOf(session, world.clock.now()) ?? decision
  }
  return seeOther(`/approve/${session.approvalId}`)
}

export const pageRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/', handle: async () => html(homePage()) },
  { method: 'GET', pattern: '/style.css', handle: async () => css(style) },
  { method: 'GET', pattern: '/healthz', handle: async () => json(200, { status: 'ok' }) },
  { method: 'GET', pattern: '/approve/:id', handle: showApproval },
  { method: 'POST', pattern: '/approve/:id', handle: decideApproval },
]
