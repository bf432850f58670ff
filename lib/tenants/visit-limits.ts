/** Minutes without an act after which a visit may end. */
export const idleChoices = [5, 10, 15, 20, 30, 45, 60] as const
/** Minutes after which it may end in all. */
export const visitChoices = [60, 90, 120, 180, 240, 480] as const

/** How long a visit waits for the person. */
export type VisitLimits = { readonly idleMinutes: number; readonly visitMinutes: number }

/** Where a tenant says nothing (S5, ASVS 7.3.1 and 7.3.2). */
export const usualLimits = { idleMinutes: 30, visitMinutes: 120 } as const satisfies VisitLimits

/** The longest that any visit can be open. */
export const longestVisitMinutes = 480

/** More time that is asked for must be time that is there (A3): a visit lasts twice as long as it waits, or longer. */
export const isRoomForMore = ({ idleMinutes, visitMinutes }: VisitLimits): boolean =>
  visitMinutes >= 2 * idleMinutes
