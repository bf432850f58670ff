// GET /connect/:sessionId/identity: whose browser holds the visit's proof. Asks who the person is.
import { journeyPage } from '../../../_doors/journey-page.tsx'
import { IdentityPage } from './identity-page.tsx'

export const GET = journeyPage('identity', IdentityPage)
