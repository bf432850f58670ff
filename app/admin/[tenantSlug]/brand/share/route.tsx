// GET and POST /admin/:tenantSlug/brand/share: whoever may change the look. POST makes an address that shows the draft for a
// day; GET is the page after it, which tells the address.
import { shareDoor, sharedDoor } from '../../../_studio/share-doors.tsx'

export const GET = sharedDoor('brand')
export const POST = shareDoor('brand')
