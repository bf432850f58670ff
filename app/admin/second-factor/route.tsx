// GET, POST /admin/second-factor: members. Shows the second factor, or begins it where there is none yet. POST takes the
// code of an app, or one of the codes on paper.
import { answerFactor, showFactor } from '../_doors/respond-with-factor.tsx'
import { memberDoor } from '../_doors/staff-door.tsx'

export const GET = memberDoor((visit) => showFactor(visit, null))
export const POST = memberDoor(answerFactor)
