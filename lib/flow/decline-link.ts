import { getReturnSigningSecret } from '#lib/tenants/return-signing-store.ts'
import { signReturnUrl } from '#lib/tenants/sign-return-url.ts'
import type { FrontDoor } from './front-door.ts'

/** Where a person goes who does not even begin: back, with the reason, signed. Null where the tenant has no address. */
export const declinedUrlOf = async ({ db, returnUrl, tag }: FrontDoor): Promise<string | null> => {
  if (returnUrl === null) return null
  const params = { error: 'declined', ...(tag === null ? {} : { tag }) }
  return signReturnUrl({ returnUrl, params, secret: await getReturnSigningSecret(db) })
}
