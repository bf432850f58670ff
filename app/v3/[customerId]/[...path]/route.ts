// GET, POST, PUT, PATCH and DELETE /v3/:customerId/…: a tenant's server, proven by its keys. The data API in the dialect
// that its software speaks already: lib/compat/endpoints.ts is the table.
import { compatDoor } from '#lib/compat/compat-door.ts'

export { compatDoor as DELETE, compatDoor as GET, compatDoor as PATCH, compatDoor as POST, compatDoor as PUT }
