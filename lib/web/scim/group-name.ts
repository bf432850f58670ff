import { translatorFor } from '#lib/kit/i18n.ts'
import { type StaffRole, staffRoles } from '#lib/staff/staff-member.ts'

/** A group is named as the role is in English, whoever asks: providers find it by its name. */
export const groupName = (role: StaffRole): string => translatorFor('en')(`console.roles.${role}.name`)

/** The role whose group has this name, however it is written. */
export const roleNamed = (name: string): StaffRole | null =>
  staffRoles.find((role) => groupName(role).toLowerCase() === name.trim().toLowerCase()) ?? null
