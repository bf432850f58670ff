import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { type BankErrorCode, bankErrors, isBankErrorCode } from '../bank-error.ts'
import type { Customer } from '../customer.ts'
import { retryAfterSeconds } from '../reply.ts'
import { doesStand } from './consent.ts'
import type { Desk } from './door.ts'

type Source = { readonly kind: string; readonly grantId?: string | undefined }

const goDown = (ctx: KoaContextWithOIDC, code: BankErrorCode): never => {
  const { status, message } = bankErrors[code]
  const seconds = (retryAfterSeconds as Partial<Record<BankErrorCode, number>>)[code]
  if (seconds !== undefined) ctx.set('Retry-After', String(seconds))
  const error = new errors.TemporarilyUnavailable(message)
  error.status = status
  error.statusCode = status
  throw error
}

const refuse = async (ctx: KoaContextWithOIDC, grantId: string, detail: string): Promise<never> => {
  const { provider } = ctx.oidc
  await Promise.all([
    provider.RefreshToken.revokeByGrantId(grantId),
    provider.AccessToken.revokeByGrantId(grantId),
    provider.Grant.adapter.destroy(grantId),
  ])
  throw new errors.InvalidGrant(detail)
}

/** What a persona does at the token endpoint, once code or refresh token have proved right. */
export const meetTokenTwist = async (
  ctx: KoaContextWithOIDC,
  desk: Desk,
  { customer, source, now }: { customer: Customer; source: Source; now: Date },
): Promise<void> => {
  const { persona } = customer
  if (source.kind === 'AuthorizationCode') {
    const trouble = persona.at?.token
    if (trouble !== undefined && isBankErrorCode(trouble)) goDown(ctx, trouble)
  }
  if (source.kind !== 'RefreshToken' || source.grantId === undefined) return
  const consent = desk.consents.get(source.grantId)
  if (!consent || !doesStand(consent, now)) await refuse(ctx, source.grantId, 'the consent has ended')
  if (persona.oauth?.refreshIsReused) await refuse(ctx, source.grantId, 'refresh token already used')
}
