import { recordAudit } from '#lib/audit/record-audit.ts'
import { inTransaction, type TenantDb, tenantDb } from '#lib/db/tenant-db.ts'
import { sha256 } from '#lib/kit/crypto.ts'
import { AppError } from '#lib/kit/errors.ts'
import type { SetupLink } from '#lib/staff/setup-link.ts'
import {
  deleteSetupLink,
  findSetupLinkByToken,
  holdSetupLink,
  noteSetupLinkOpened,
} from '#lib/staff/setup-link-store.ts'
import { findTenant, type Tenant } from '#lib/tenants/tenant-store.ts'
import type { Desk } from '../desk.ts'
import { recordSignOnMails, type SignOnMailKind } from './record-sign-on-mails.ts'

/** Whoever holds a setup link. They are no member: single sign-on is set up by it, and nothing else is done or read. */
export type SetupDesk = {
  readonly db: TenantDb
  readonly tenant: Pick<Tenant, 'id' | 'slug' | 'name'>
  readonly link: SetupLink
  /** As the log calls them: the link, and who made it. */
  readonly actor: string
}

/** Who sets single sign-on up: an owner, or whom an owner gave a link. */
export type SetupHand = Desk<'sign_on.manage'> | SetupDesk

/** Null where the token opens nothing, or no longer: a stranger learns no more than that (S4). */
export const openSetup = async (token: string, now: Date): Promise<SetupDesk | null> => {
  const link = await findSetupLinkByToken(sha256(token))
  const tenant = link && now < link.expiresAt ? await findTenant(link.tenantId) : null
  if (!link || !tenant) return null
  const { id, slug, name } = tenant
  const actor = `setup_link:${link.createdBy.replace('staff:', '')}`
  return { db: tenantDb(id), tenant: { id, slug, name }, link, actor }
}

export const noteSetupOpened = ({ db, link }: SetupDesk, now: Date): Promise<void> =>
  noteSetupLinkOpened(db, link.id, now)

/**
 * Before something is written by a link, in the same transaction: owners are told. Throws `link_expired` where the link
 * was taken back while its holder was at work. Nothing at an owner's own desk.
 */
export const tellOfSetup = async (
  tx: TenantDb,
  hand: SetupHand,
  { kind, now }: { readonly kind: SignOnMailKind; readonly now: Date },
): Promise<void> => {
  if (!('link' in hand)) return
  if (!(await holdSetupLink(tx, hand.link.id, now))) throw new AppError('link_expired')
  await recordSignOnMails(tx, kind)
}

/** Whoever has done their part gives the link up. */
export const closeSetup = ({ db, link, actor }: SetupDesk): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (!(await deleteSetupLink(tx, link.id))) return
    await recordAudit(tx, { actor, action: 'sign_on.link_closed', subject: link.id, detail: {} })
  })
