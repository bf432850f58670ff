// GET /connect/:sessionId/consent: whose browser holds the visit's proof. Shows what is asked for; the person agrees or refuses.
import { journeyPage } from '../../../_doors/journey-page.tsx'
import { ConsentPage } from './consent-page.tsx'

export const GET = journeyPage('consent', ConsentPage)
