// GET /connect/:sessionId/connecting: whose browser holds the visit's proof. Waits for the institution.
import { journeyPage } from '../../../_doors/journey-page.tsx'
import { ConnectingPage } from './connecting-page.tsx'

export const GET = journeyPage('connecting', ConnectingPage)
