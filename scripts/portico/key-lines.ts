import { dayMs } from '#lib/kit/clock.ts'
import type { KeyStatus } from '#lib/vault/key-status.ts'

const ageOf = (createdAt: Date, now: Date): string => {
  const days = Math.max(0, Math.floor((now.getTime() - createdAt.getTime()) / dayMs))
  return `${days} ${days === 1 ? 'day' : 'days'} old`
}

const useOf = ({ purpose, isNewest, sealed }: KeyStatus): string => {
  if (purpose === 'lookup') return 'finds what is equal'
  const use = isNewest ? 'seals what is new' : 'opens what is older'
  return sealed === null ? use : `${use}, ${sealed} sealed`
}

/** A key of the list, in a line. */
export const keyLine = (key: KeyStatus, now: Date): string =>
  [
    key.id,
    key.purpose.padEnd(6),
    `wrapped by ${key.kekId} (${key.kek})`,
    ageOf(key.createdAt, now),
    useOf(key),
  ].join('  ')

/** What the list asks for. */
export const keysInNeed = (keys: readonly KeyStatus[]): string => {
  const lost = keys.filter(({ kek }) => kek === 'unknown').length
  const former = keys.filter(({ kek }) => kek === 'former').length
  const older = keys.filter(({ purpose, isNewest }) => purpose === 'data' && !isNewest).length
  const needs = [
    ...(lost > 0 ? [`${lost} keys are wrapped by a key-encryption key that is not given here`] : []),
    ...(former > 0 ? [`${former} keys are wrapped by a former key-encryption key: keys rewrap`] : []),
    ...(older > 0 ? [`${older} older data keys are kept: keys reseal <tenant>`] : []),
  ]
  return needs.length > 0
    ? needs.join('\n')
    : 'Nothing is left to do: no former key-encryption key is needed.'
}
