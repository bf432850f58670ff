import type { Prisma } from '#lib/db/generated/client.ts'
import { staffTables } from '#lib/db/staff-tables.ts'
import type { Language } from '#lib/kit/i18n.ts'
import { mintId, type StaffMemberId } from '#lib/kit/ids.ts'
import { houseFingerprint, openForHouse, sealForHouse } from '#lib/vault/house-seal.ts'
import type { StaffMember } from './staff-member.ts'

export type StaffMemberRow = Prisma.StaffMemberGetPayload<object>

const placeOf = (column: 'emailSealed' | 'nameSealed', row: string) => ({ table: 'StaffMember', column, row })

export const toStaffMember = async (row: StaffMemberRow): Promise<StaffMember> => ({
  id: row.id as StaffMemberId,
  email: await openForHouse(placeOf('emailSealed', row.id), row.emailSealed),
  name: row.nameSealed && (await openForHouse(placeOf('nameSealed', row.id), row.nameSealed)),
  language: row.language as Language | null,
})

/** `email` as `staffEmailSchema` folds it. */
export const findMemberByEmail = async (email: string): Promise<StaffMember | null> => {
  const emailFingerprint = await houseFingerprint('staff.email', email)
  const row = await staffTables().staffMember.findUnique({ where: { emailFingerprint } })
  return row && toStaffMember(row)
}

export const findMember = async (id: string): Promise<StaffMember | null> => {
  const row = await staffTables().staffMember.findUnique({ where: { id } })
  return row && toStaffMember(row)
}

/** The member of a mail address, made when there is none. Two who ask at once get the same one. */
export const ensureMember = async (email: string, language: Language | null): Promise<StaffMember> => {
  const id = mintId('stm')
  const emailFingerprint = await houseFingerprint('staff.email', email)
  const emailSealed = await sealForHouse(placeOf('emailSealed', id), email)
  // No upsert: of two who ask at once it lets one fail.
  await staffTables().staffMember.createMany({
    data: [{ id, emailFingerprint, language, emailSealed }],
    skipDuplicates: true,
  })
  return toStaffMember(await staffTables().staffMember.findUniqueOrThrow({ where: { emailFingerprint } }))
}

export const setMemberLanguage = async (id: StaffMemberId, language: Language): Promise<void> => {
  await staffTables().staffMember.updateMany({ where: { id }, data: { language } })
}

export const setMemberName = async (id: StaffMemberId, name: string): Promise<void> => {
  const nameSealed = name === '' ? null : await sealForHouse(placeOf('nameSealed', id), name)
  await staffTables().staffMember.updateMany({ where: { id }, data: { nameSealed } })
}
