// GET /connect/:sessionId: whose browser holds the visit's proof. Leads to the step that is due.
export { GET } from './[step]/route.tsx'
