import type { Connector } from '../contract.ts'
import { fdxData, fdxStatements } from './fdx-data.ts'
import { fdxLogin } from './fdx-login.ts'
import { fdxSetup } from './fdx-setup.ts'
import { fdxRenewal, fdxRevocation } from './grant.ts'

/** Any bank that speaks OAuth 2.0 and FDX: which one, the settings of the route say. */
export const fdxConnector = {
  id: 'fdx',
  redirectLogin: fdxLogin,
  renewal: fdxRenewal,
  data: fdxData,
  statements: fdxStatements,
  revocation: fdxRevocation,
  setup: fdxSetup,
} satisfies Connector
