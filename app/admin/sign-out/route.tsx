// POST /admin/sign-out: whoever is signed in. Ends this browser's session. GET leads to the entrance.
import { signOut } from '#lib/web/staff/sign-out.ts'
import { leadsTo } from '../../_doors/leads-to.ts'
import { consoleDoor } from '../_doors/console-door.tsx'

export const POST = consoleDoor(signOut)
export const GET = leadsTo(() => '/admin')
