import { residentMb } from '../measure.ts'
import { type Line, lineOf } from '../table.ts'
import type { BenchHouse } from './open.ts'
import { measureVisits } from './visits.ts'

type Sample = { readonly hours: number; readonly mb: number }

/** The slope of the straight line that lies nearest to all samples. */
export const slopeOf = (samples: readonly Sample[]): number => {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length
  const [hours, mb] = [mean((one) => one.hours), mean((one) => one.mb)]
  const over = mean((one) => (one.hours - hours) * (one.mb - mb))
  return over / mean((one) => (one.hours - hours) ** 2)
}

/** Whole visits without end; the first half, in which the caches and the heap fill, does not count. */
export const measureSoak = async (
  house: BenchHouse,
  pid: string | null,
  { visitors, soakMinutes }: { readonly visitors: number; readonly soakMinutes: number },
): Promise<Line> => {
  const begun = performance.now()
  const hoursNow = () => (performance.now() - begun) / 3_600_000
  const samples: Sample[] = []
  while (hoursNow() * 60 < soakMinutes) {
    await measureVisits(house, pid, visitors, 10)
    samples.push({ hours: hoursNow(), mb: residentMb(pid) })
  }
  const steady = samples.slice(Math.floor(samples.length / 2))
  console.log(steady.map(({ hours, mb }) => `${(hours * 60).toFixed(0)} min ${mb.toFixed(0)} MB`).join(', '))
  const goal = { says: 'flat', isMet: (slope: number) => Math.abs(slope) <= 10 }
  return lineOf(`web process: memory under visits of ${soakMinutes} min`, 'MB/h', [slopeOf(steady)], goal)
}
