import { afterAll, beforeAll, describe } from 'vitest'
import type { Connector } from './contract.ts'
import { describeData, describeHealth, describeRenewal, describeRevocation } from './contract-data.ts'
import { describeFormLogin } from './contract-form-login.ts'
import type { ContractHarness } from './contract-harness.ts'
import { describeRedirectLogin } from './contract-redirect-login.ts'
import { describeSecrecy } from './contract-secrecy.ts'
import { describeStatements } from './contract-statements.ts'
import { describeTrouble } from './contract-trouble.ts'
import { describeUpload } from './contract-upload.ts'

/** Who has no sign-in asks nobody: there is nothing that could misbehave. */
const hasUpstream = ({ formLogin, redirectLogin }: Connector): boolean =>
  formLogin !== undefined || redirectLogin !== undefined

/**
 * The one suite that every connector passes (law 6): against a real upstream, and against hostile ones. Its
 * capabilities decide which parts are run; `setup` must bring customers for each of them.
 */
export const describeConnector = (
  name: string,
  connector: Connector,
  setup: () => Promise<Omit<ContractHarness, 'connector'>>,
): void => {
  describe(`the ${name} connector keeps the contract: it`, () => {
    let harness: ContractHarness | undefined
    beforeAll(async () => {
      harness = { connector, ...(await setup()) }
    })
    afterAll(() => harness?.close())
    const given = (): ContractHarness => {
      if (!harness) throw new Error('the harness did not start')
      return harness
    }
    if (connector.formLogin) describeFormLogin(given)
    if (connector.redirectLogin) describeRedirectLogin(given)
    if (connector.fileUpload) describeUpload(given)
    if (connector.health) describeHealth(given)
    describeData(given)
    if (connector.statements) describeStatements(given)
    if (connector.renewal) describeRenewal(given)
    if (connector.revocation) describeRevocation(given)
    if (hasUpstream(connector)) describeTrouble(given)
    describeSecrecy(given)
  })
}
