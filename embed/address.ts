import type { ConnectOptions } from './types.ts'

/** The address of the frame. The token stands in the fragment, which is sent to no server and kept in no log. */
export const addressOf = (options: ConnectOptions): string => {
  const { portal, institution, authorizeToken, tenant, mode } = options
  const path = institution === undefined ? '/v2/' : `/v2/Credential/${encodeURIComponent(institution)}`
  const url = new URL(path, portal)
  if (tenant) url.searchParams.set('tenant', tenant)
  // The page around goes on by the promise; a frame never navigates it.
  url.searchParams.set('jsRedirect', 'true')
  if (mode === 'modal' || mode === 'popup') url.searchParams.set('closeEnable', 'true')
  if (options.debug) url.searchParams.set('debug', 'true')
  for (const [name, value] of Object.entries(options.parameters ?? {}))
    url.searchParams.set(name, String(value))
  if (authorizeToken) url.hash = new URLSearchParams({ authorizeToken }).toString()
  return url.href
}
