import { type StageSums, secondsClasses } from './funnel.ts'

/**
 * The time that half of those who finished took no longer than, to the width of a class: read within it as if they lay
 * evenly. Beyond the last class it is not known, only that it is longer. Null where nobody finished.
 */
export const medianSeconds = ({
  classes,
  finished,
}: Pick<StageSums, 'classes' | 'finished'>): number | null => {
  if (finished === 0) return null
  const half = finished / 2
  let below = 0
  for (const [index, end] of secondsClasses.entries()) {
    const inClass = classes[index] ?? 0
    const begin = secondsClasses[index - 1] ?? 0
    if (below + inClass >= half) return Math.round(begin + ((end - begin) * (half - below)) / inClass)
    below += inClass
  }
  return secondsClasses.at(-1) ?? null
}
