import { connectionOperations } from './connections.ts'
import { consentOperations } from './consents.ts'
import { keyOperations } from './keys.ts'
import { linkOperations } from './links.ts'
import type { Operation } from './operation.ts'
import { sessionOperations } from './sessions.ts'
import { webhookDeliveryOperations } from './webhook-deliveries.ts'
import { webhookEndpointOperations } from './webhook-endpoints.ts'

/** The whole of `/api/v1`: what is not in this table is not there, and what is, is in the document. */
export const operations: readonly Operation[] = [
  ...linkOperations,
  ...sessionOperations,
  ...connectionOperations,
  ...consentOperations,
  ...webhookEndpointOperations,
  ...webhookDeliveryOperations,
  ...keyOperations,
]
