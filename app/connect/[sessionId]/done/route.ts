// GET /connect/:sessionId/done: whose browser holds the visit's proof. Shows what is shared, or how the visit ended.
import { journeyPage } from '../../../_doors/journey-page.tsx'
import { DonePage } from './done-page.tsx'

export const GET = journeyPage('done', DonePage)
