import type { Handle } from './call.ts'
import type { Proof } from './caller.ts'
import { accountsDetail, accountsDetailAsync } from './handlers/accounts-detail.ts'
import { accountsSummary, accountsSummaryAsync } from './handlers/accounts-summary.ts'
import { authorize, authorizeAsync } from './handlers/authorize.ts'
import { generateAuthorizeToken } from './handlers/generate-authorize-token.ts'

/**
 * One line an endpoint: the verbs it takes, its address below `/v3/:customerId`, how the sender proves itself, and who
 * handles it. `*Async` takes GET and POST (A4). `key` is the x-api-key, or an older client's bearer.
 */
export type Endpoint = {
  readonly verbs: string
  readonly path: string
  readonly proof: Proof
  readonly handle: Handle
}

const endpoint = (verbs: string, path: string, proof: Proof, handle: Handle): Endpoint => ({
  verbs,
  path,
  proof,
  handle,
})

export const endpoints: readonly Endpoint[] = [
  endpoint('POST', 'BankingServices/GenerateAuthorizeToken', 'secret', generateAuthorizeToken),
  endpoint('POST', 'BankingServices/Authorize', 'token', authorize),
  endpoint('POST', 'BankingServices/AuthorizeAsync', 'token', authorizeAsync),
  endpoint('POST', 'BankingServices/GetAccountsSummary', 'key', accountsSummary),
  endpoint('GET POST', 'BankingServices/GetAccountsSummaryAsync/:requestId', 'key', accountsSummaryAsync),
  endpoint('POST', 'BankingServices/GetAccountsDetail', 'key', accountsDetail),
  endpoint('GET POST', 'BankingServices/GetAccountsDetailAsync/:requestId', 'key', accountsDetailAsync),
]
