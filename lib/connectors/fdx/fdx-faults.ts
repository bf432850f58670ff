import { z } from 'zod'
import type { Fault, FaultCode } from '../faults.ts'
import { faultOfStatus } from './fault-of-status.ts'

/**
 * The error codes of FDX's Error entity, versions 5 and 6, and what each is to us. Those of transfers and payments are
 * there too: a bank that answers with one has not understood us.
 */
export const fdxFaults: Readonly<Record<string, FaultCode>> = {
  '400': 'malformed_answer',
  '401': 'malformed_answer',
  '403': 'access_ended',
  '404': 'malformed_answer',
  '405': 'malformed_answer',
  '406': 'malformed_answer',
  '408': 'bank_too_slow',
  '409': 'bank_refused',
  '415': 'malformed_answer',
  '422': 'malformed_answer',
  '429': 'rate_limited',
  // The server and what stands behind it.
  '500': 'bank_unavailable',
  '501': 'bank_unavailable',
  '502': 'bank_unavailable',
  '503': 'bank_unavailable',
  '504': 'bank_too_slow',
  // The customer.
  '601': 'access_ended',
  '602': 'access_ended',
  '603': 'bank_session_expired',
  // The account.
  '701': 'account_closed',
  '702': 'malformed_answer',
  '703': 'malformed_answer',
  '704': 'bank_refused',
  '705': 'account_closed',
  '706': 'bank_refused',
  // Tax forms, transfers, payments: never asked for.
  '801': 'malformed_answer',
  '901': 'malformed_answer',
  '902': 'malformed_answer',
  '903': 'malformed_answer',
  '904': 'malformed_answer',
  '905': 'malformed_answer',
  '906': 'malformed_answer',
  '907': 'malformed_answer',
  '908': 'malformed_answer',
  '909': 'malformed_answer',
  '910': 'malformed_answer',
  '911': 'malformed_answer',
  '950': 'malformed_answer',
  // Requests and documents.
  '1104': 'malformed_answer',
  '1105': 'malformed_answer',
  '1106': 'malformed_answer',
  '1107': 'account_closed',
  '1108': 'bank_refused',
  '1207': 'rate_limited',
}

const errorSchema = z.object({ code: z.union([z.string().max(10), z.int()]).transform(String) })

/** An answer that is no good one. `401` is a matter of the token, whatever stands in its body. */
export const faultOfAnswer = (status: number, body: unknown): Pick<Fault, 'code' | 'detail'> => {
  const error = errorSchema.safeParse(body)
  const code = error.success ? error.data.code : ''
  const isKnown = status !== 401 && Object.hasOwn(fdxFaults, code)
  return {
    code: isKnown ? (fdxFaults[code] as FaultCode) : faultOfStatus(status),
    detail: isKnown ? `status ${status}, code ${code}` : `status ${status}`,
  }
}
