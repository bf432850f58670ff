/**
 * The dialect's codes with the HTTP status and the words that go with each. Where its own pages disagree or say
 * nothing of the status, docs/decisions/0040 says what was chosen. The last three are ours: clients of the dialect see
 * a 401 with a code they do not know, which says what happened.
 */
export const codes = {
  OPERATION_PENDING: { status: 202, message: 'Your operation is still processing.' },
  OPERATION_DISPATCHED: {
    status: 202,
    message: 'Your operation takes long and was dispatched to the background.',
  },
  SESSION_NONEXISTENT: { status: 400, message: 'No session exists for this RequestId.' },
  CARD_IN_USE: { status: 400, message: 'This login is in use by an open session.' },
  ALREADY_AUTHORIZED: { status: 400, message: 'This session is authorized already.' },
  CONCURRENT_SESSION: { status: 400, message: 'Another session is open for this login.' },
  NO_TRANSACTION: { status: 400, message: 'The bank shows nothing that could be read.' },
  ACCESS_DENIED: { status: 401, message: 'You must provide credentials' },
  UNAUTHORIZED: { status: 401, message: 'You must provide a valid auth key' },
  INVALID_LOGIN: { status: 401, message: 'The login is unknown, or its credentials were refused.' },
  INVALID_USERNAME: { status: 401, message: 'The username is not one that the bank takes.' },
  INVALID_PASSWORD: { status: 401, message: 'The password was refused.' },
  INVALID_REQUEST: { status: 401, message: 'The request cannot be understood.' },
  INVALID_SECURITY_RESPONSE: { status: 401, message: 'An answer was wrong. It may be given again.' },
  INVALID_SECURITY_RESPONSE_NO_RETRY: { status: 401, message: 'An answer was wrong, and the login is over.' },
  SECURITYRESPONSES_INCOMPLETE: { status: 401, message: 'Not every challenge was answered.' },
  UNKNOWN_CHALLENGE_KEY: { status: 401, message: 'An answer does not belong to any challenge.' },
  QUESTION_NOT_FOUND: { status: 401, message: 'No answer is stored for this question.' },
  RETRY_LATER: { status: 401, message: 'The bank cannot be reached. Try again later.' },
  TOO_MANY_REQUESTS: { status: 401, message: 'The bank was asked too often. Try again later.' },
  DISABLED_LOGIN: { status: 401, message: 'The bank has deactivated this login.' },
  NEW_ACCOUNT: { status: 401, message: 'The customer must act in online banking first.' },
  SESSION_EXPIRED: { status: 401, message: 'The session has expired.' },
  DISABLED_INSTITUTION: { status: 405, message: 'This institution is not available.' },
  METHOD_NOT_AVAILABLE: { status: 405, message: 'This method is not available on this instance.' },
  AGGREGATION_ERROR: { status: 500, message: 'Something unexpected happened.' },
  CONSENT_EXPIRED: { status: 401, message: 'The consent for this login has expired.' },
  CONSENT_WITHDRAWN: { status: 401, message: 'The consent for this login was withdrawn.' },
  CONSENT_MISSING: { status: 401, message: 'The consent for this login does not cover this.' },
} as const satisfies Record<string, { status: number; message: string }>

export type DialectCode = keyof typeof codes
