// GET /connect/:sessionId/mfa: whose browser holds the visit's proof. Asks the institution's own questions.
import { journeyPage } from '../../../_doors/journey-page.tsx'
import { MfaPage } from './mfa-page.tsx'

export const GET = journeyPage('mfa', MfaPage)
