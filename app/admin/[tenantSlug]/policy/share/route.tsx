// GET and POST /admin/:tenantSlug/policy/share: whoever may change the policy. POST makes an address that shows the draft for a
// day; GET is the page after it, which tells the address.
import { shareDoor, sharedDoor } from '../../../_studio/share-doors.tsx'

export const GET = sharedDoor('policy')
export const POST = shareDoor('policy')
