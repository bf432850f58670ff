import type { Handle } from './call.ts'
import type { Proof } from './caller.ts'
import { accountsDetail, accountsDetailAsync } from './handlers/accounts-detail.ts'
import { accountsSummary, accountsSummaryAsync } from './handlers/accounts-summary.ts'
import { authorize, authorizeAsync } from './handlers/authorize.ts'
import { authorizeMultiple } from './handlers/authorize-multiple.ts'
import { categories } from './handlers/categories.ts'
import { deleteCard } from './handlers/delete-card.ts'
import { fieldMatch } from './handlers/field-match.ts'
import { generateAuthorizeToken } from './handlers/generate-authorize-token.ts'
import { institutionByRoutingNumber, institutions } from './handlers/institutions.ts'
import { answerMfaQuestions, getMfaQuestions } from './handlers/mfa-questions.ts'
import { nightlyStatus } from './handlers/nightly-status.ts'
import { deactivateScheduledRefresh, setScheduledRefresh } from './handlers/scheduled-refresh.ts'
import { statements, statementsAsync } from './handlers/statements.ts'
import { token } from './handlers/token.ts'

/**
 * One line an endpoint: the verbs it takes, its address below `/v3/:customerId`, how the sender proves itself, and who
 * handles it. `*Async` takes GET and POST (A4). `key` is the x-api-key, or an older client's bearer; `body` is proven by
 * what the body holds. An address that is not here is METHOD_NOT_AVAILABLE, enrichment among them.
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
  endpoint('POST', 'BankingServices/GetStatements', 'key', statements),
  endpoint('GET POST', 'BankingServices/GetStatementsAsync/:requestId', 'key', statementsAsync),
  endpoint('POST', 'BankingServices/AuthorizeMultiple', 'key', authorizeMultiple),
  endpoint('GET', 'BankingServices/GetMFAQuestions/:loginId', 'key', getMfaQuestions),
  endpoint('PATCH', 'BankingServices/AnswerMFAQuestions', 'key', answerMfaQuestions),
  endpoint('PATCH POST', 'BankingServices/SetScheduledRefresh', 'key', setScheduledRefresh),
  endpoint('PATCH POST', 'BankingServices/DeactivateScheduledRefresh', 'key', deactivateScheduledRefresh),
  endpoint('GET', 'BankingServices/GetNightlyRefreshStatus', 'key', nightlyStatus),
  endpoint('DELETE', 'BankingServices/DeleteCard/:loginId', 'key', deleteCard),
  endpoint('GET', 'BankingServices/Institutions', 'key', institutions),
  endpoint(
    'GET',
    'BankingServices/Institutions/RoutingNumber/:routingNumber',
    'key',
    institutionByRoutingNumber,
  ),
  endpoint('POST', 'BankingServices/FieldMatch', 'key', fieldMatch),
  endpoint('GET', 'BankingServices/Categories/:countryCode', 'key', categories),
  endpoint('POST', 'BankingServices/Token', 'body', token),
]
