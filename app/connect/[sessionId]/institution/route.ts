// GET /connect/:sessionId/institution: whose browser holds the visit's proof. Lists and searches the institutions (?q=).
import { journeyPage } from '../../../_doors/journey-page.tsx'
import { InstitutionPage } from './institution-page.tsx'

export const GET = journeyPage('institution', InstitutionPage)
