// GET /admin/account: members. Their name, second factors and signed-in browsers.
import { showAccount } from '../_doors/respond-with-account.tsx'
import { ownDoor } from '../_doors/staff-door.tsx'

export const GET = ownDoor((visit) => showAccount(visit))
