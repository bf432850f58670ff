// GET /connect/:sessionId/accounts: whose browser holds the visit's proof. Lets the person choose the accounts.
import { journeyPage } from '../../../_doors/journey-page.tsx'
import { AccountsPage } from './accounts-page.tsx'

export const GET = journeyPage('accounts', AccountsPage)
