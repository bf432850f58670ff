import type { Setup } from '#lib/connectors/contract.ts'
import { connectors } from '#lib/connectors/registry.ts'

/** Connectors over which a tenant can have routes of its own. */
export const settableConnectors: readonly string[] = Object.values(connectors).flatMap(({ id, setup }) =>
  setup ? [id] : [],
)

export const setupOf = (connectorId: string): Setup | null =>
  settableConnectors.includes(connectorId) ? (connectors[connectorId]?.setup ?? null) : null
