import { keyOperations } from './keys.ts'
import { linkOperations } from './links.ts'
import type { Operation } from './operation.ts'
import { sessionOperations } from './sessions.ts'

/** The whole of `/api/v1`: what is not in this table is not there, and what is, is in the document. */
export const operations: readonly Operation[] = [...linkOperations, ...sessionOperations, ...keyOperations]
