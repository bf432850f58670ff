// GET /connect/:sessionId/verify: whose browser holds the visit's proof. Asks for the code that was sent.
import { journeyPage } from '../../../_doors/journey-page.tsx'
import { VerifyPage } from './verify-page.tsx'

export const GET = journeyPage('verify', VerifyPage)
