import type { TenantDb } from '#lib/db/tenant-db.ts'
import { sendMail } from '#lib/delivery/send-mail.ts'
import { renderSignOnMail } from '#lib/delivery/sign-on-mail.ts'
import { later } from '#lib/kit/clock.ts'
import { env } from '#lib/kit/env.ts'
import { findTeamMember } from '#lib/staff/membership-store.ts'
import { findSso } from '#lib/staff/sso-store.ts'
import { proofName, ssoGraceMs } from '#lib/staff/staff-sso.ts'
import { findTenant } from '#lib/tenants/tenant-store.ts'
import type { SignOnMailKind } from './record-sign-on-mails.ts'

export type SignOnMailOrder = {
  readonly eventId: string
  readonly kind: SignOnMailKind
  readonly memberId: string
}

/** Tells an owner what has become of the domain of single sign-on. Nothing where it was put right, or they left, meanwhile. */
export const sendSignOnMail = async (db: TenantDb, order: SignOnMailOrder): Promise<void> => {
  const { eventId, kind, memberId } = order
  const [sso, tenant] = [await findSso(db), await findTenant(db.tenantId)]
  const member = (await findTeamMember(db, memberId))?.member
  if (!sso || !tenant || !member) return
  if (kind === 'sign_on_missing' && !sso.lostAt) return
  if (kind === 'sign_on_lost' && sso.verifiedAt) return
  if (kind === 'sign_on_set_up' && !sso.verifiedAt) return
  const mail = renderSignOnMail({
    kind,
    tenant: tenant.name,
    domain: sso.domain,
    issuer: sso.issuer,
    recordName: proofName(sso.domain),
    recordValue: sso.txtRecord,
    until: sso.lostAt && later(sso.lostAt, ssoGraceMs),
    url: new URL(`/admin/${tenant.slug}/sign-on`, env().PUBLIC_URL).href,
    language: member.language ?? 'en',
  })
  await sendMail({ ...mail, to: member.email, fromName: 'Portico', id: eventId })
}
