// GET /admin: members of the console. Who works for one tenant is led there; others choose.

import { respondWithTenants } from './_doors/respond-with-tenants.tsx'
import { memberDoor } from './_doors/staff-door.tsx'

export const GET = memberDoor(async ({ request, signedIn }) => respondWithTenants(request, signedIn))
