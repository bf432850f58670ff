import { aggregatorConnector } from './aggregator/aggregator-connector.ts'
import type { Connector } from './contract.ts'
import { fdxConnector } from './fdx/fdx-connector.ts'
import { fileConnector } from './file/file-connector.ts'
import { sandboxConnector } from './sandbox/sandbox-connector.ts'

/** The one wiring file (law 6): a new bank source is a folder and a line here. */
export const connectors: Readonly<Record<string, Connector>> = {
  [sandboxConnector.id]: sandboxConnector,
  [fdxConnector.id]: fdxConnector,
  [aggregatorConnector.id]: aggregatorConnector,
  [fileConnector.id]: fileConnector,
}

/** Throws when nothing is wired under this id: an institution then points at a connector that was taken away. */
export const getConnector = (id: string): Connector => {
  const connector = Object.hasOwn(connectors, id) ? connectors[id] : undefined
  if (!connector) throw new Error(`No connector is wired as "${id}"`)
  return connector
}
