import type { Connector } from '../contract.ts'
import { sandboxData, sandboxRevocation, sandboxStatements } from './sandbox-data.ts'
import { sandboxHealth } from './sandbox-health.ts'
import { sandboxLogin } from './sandbox-login.ts'

/** The sandbox bank, reached as any bank: over HTTP, with credentials that the person types on our page. */
export const sandboxConnector = {
  id: 'sandbox',
  formLogin: sandboxLogin,
  data: sandboxData,
  statements: sandboxStatements,
  revocation: sandboxRevocation,
  health: sandboxHealth,
} satisfies Connector
