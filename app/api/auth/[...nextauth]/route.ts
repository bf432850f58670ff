// GET, POST /api/auth/…: anybody. next-auth's own addresses: its token against forged forms, asking for a sign-in link.
import { respondToAuth } from '#lib/web/staff/respond-to-auth.ts'
import { consoleDoor } from '../../../admin/_doors/console-door.tsx'

const answer = consoleDoor(async (request, { nextauth = '' }) => respondToAuth(request, nextauth))

export { answer as GET, answer as POST }
