import type { TenantDb } from '#lib/db/tenant-db.ts'
import { renderAlarmMail } from '#lib/delivery/alarm-mail.ts'
import { sendMail } from '#lib/delivery/send-mail.ts'
import { env } from '#lib/kit/env.ts'
import { findMember } from '#lib/staff/member-store.ts'
import { findTeamMember } from '#lib/staff/membership-store.ts'
import { findTenant } from '#lib/tenants/tenant-store.ts'
import type { AlarmKind } from './record-alarm.ts'

export type AlarmMailOrder = {
  readonly eventId: string
  readonly kind: AlarmKind
  /** In whose stead it was done. */
  readonly aboutId: string
  readonly memberId: string
}

/** Tells an owner of it. Nothing where they have left the team meanwhile. */
export const sendAlarmMail = async (db: TenantDb, order: AlarmMailOrder): Promise<void> => {
  const { eventId, kind, aboutId, memberId } = order
  const member = (await findTeamMember(db, memberId))?.member
  const [about, tenant] = [await findMember(aboutId), await findTenant(db.tenantId)]
  if (!member || !about || !tenant) return
  const url = new URL(`/admin/${tenant.slug}/audit?action=staff.${kind}`, env().PUBLIC_URL).href
  const words = { kind, tenant: tenant.name, who: about.email, url, language: member.language ?? 'en' }
  await sendMail({ ...renderAlarmMail(words), to: member.email, fromName: 'Portico', id: eventId })
}
