// GET /connect/:sessionId/login: whose browser holds the visit's proof. Asks for the credentials at the institution.
import { journeyPage } from '../../../_doors/journey-page.tsx'
import { LoginPage } from './login-page.tsx'

export const GET = journeyPage('login', LoginPage)
