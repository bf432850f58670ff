import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import { newApiKeySchema } from '#lib/tenants/api-key.ts'
import { createApiKey } from '#lib/tenants/create-api-key.ts'
import { actorOf, type Desk } from '../desk.ts'

export type TypedApiKey = {
  readonly label: string
  readonly mode: string
  readonly scopes: readonly string[]
}

/** A new key, as a form asks for it. Answers its secret, or the fields that cannot be taken. */
export const createApiKeyAtDesk = async (
  desk: Desk<'keys.manage'>,
  typed: TypedApiKey,
): Promise<Outcome<string, readonly string[]>> => {
  const parsed = newApiKeySchema.safeParse({ ...typed, scopes: [...typed.scopes] })
  if (!parsed.success) return failed(parsed.error.issues.map(({ path }) => String(path[0])))
  const { secret } = await createApiKey(desk.db, parsed.data, { actor: actorOf(desk) })
  return succeeded(secret)
}
