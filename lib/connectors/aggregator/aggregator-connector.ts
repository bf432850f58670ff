import type { Connector } from '../contract.ts'
import { aggregatorData } from './aggregator-data.ts'
import { aggregatorLogin } from './aggregator-login.ts'
import { aggregatorRevocation, aggregatorStatements } from './aggregator-papers.ts'
import { aggregatorSetup } from './aggregator-setup.ts'

/** An aggregator's banking API, under the tenant's own contract: banks that have no way to us of their own. */
export const aggregatorConnector = {
  id: 'aggregator',
  formLogin: aggregatorLogin,
  data: aggregatorData,
  statements: aggregatorStatements,
  revocation: aggregatorRevocation,
  setup: aggregatorSetup,
} satisfies Connector
