import type { OpenVisit } from './open-visit.ts'

/**
 * Names the try and the round that a page was made for. The forms that speak to a bank carry it, so that a second
 * click or an old tab cannot send the same credentials or answers twice.
 */
export const seenOf = ({ attempt }: Pick<OpenVisit, 'attempt'>): string =>
  attempt ? `${attempt.id}.${attempt.round}.${attempt.status === 'failed' ? 'failed' : 'open'}` : 'none'
