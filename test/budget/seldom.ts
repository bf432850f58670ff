/** What is not asked at each visit, each page or each round, and when it is: `file function`. */
export const seldom: Readonly<Record<string, readonly string[]>> = {
  'when staff or a client deletes, revokes, sends again or takes back': [
    'lib/accounts/account-store.ts deleteAllAccounts',
    'lib/connections/connection-store.ts deleteConnection',
    'lib/connections/connection-store.ts deleteUnusedConnection',
    'lib/connections/nightly-store.ts stopNights',
    'lib/consents/consent-store.ts setWithdrawn',
    'lib/delivery/webhook-message-store.ts listMessagesSince',
    'lib/links/link-store.ts replaceToken',
    'lib/links/link-store.ts setSent',
    'lib/links/link-store.ts setUnrevoked',
    'lib/sessions/session-store.ts closeAllSessions',
  ],
  'when a list of links is made': [
    'lib/links/link-batch-store.ts insertBatch',
    'lib/links/link-batch-store.ts setConfirmed',
    'lib/links/link-batch-store.ts setAddressesTaken',
    'lib/links/link-batch-store.ts deleteUnconfirmed',
    'lib/links/link-batch-store.ts setRowLink',
    'lib/links/link-batch-store.ts setRowFlaws',
  ],
  'once for each row that is older than its column': [
    'lib/identity/identity-store.ts listUnfingerprinted',
    'lib/identity/identity-store.ts setClaimFingerprint',
    'lib/links/link-store.ts listUnfingerprinted',
    'lib/links/link-store.ts setLinkFingerprint',
  ],
  'when the holder at the bank is not who the person said': [
    'lib/identity/holder-check-store.ts findHolderCheckRow',
    'lib/identity/holder-check-store.ts setReviewAsked',
  ],
  'once for each account whose time is over, and each login that is closed': [
    'lib/accounts/keeping-store.ts deleteAccount',
    'lib/connections/handed-file-store.ts forgetHandedFiles',
  ],
  'when a grant of a bank has run out': ['lib/connections/connection-store.ts lockConnection'],
  'when a developer has a frame examined': ['lib/tenants/authorize-token-store.ts findAuthorizeToken'],
}
