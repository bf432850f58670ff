import { env } from '#lib/kit/env.ts'

/** Where a tenant’s provider finds something; without more, what it is set up with. */
export const scimAddress = (slug: string, ...rest: readonly string[]): string =>
  [new URL(`/scim/v2/${slug}`, env().PUBLIC_URL).href, ...rest].join('/')
