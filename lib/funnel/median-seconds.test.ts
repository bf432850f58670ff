import { expect, it } from 'vitest'
import { medianSeconds } from './median-seconds.ts'

const of = (...classes: number[]) =>
  medianSeconds({ classes, finished: classes.reduce((sum, count) => sum + count, 0) })

it('reads the time that half of the visits took from the class in which the middle one lies', () => {
  expect(of(0, 0, 10)).toBe(15)
  expect(of(10, 10, 10)).toBe(8)
  expect(of(0, 0, 0, 0, 4, 0, 1)).toBe(49)
})

it('knows no time where nobody finished, and half an hour at least where most took longer', () => {
  expect(of()).toBeNull()
  expect(of(1, 0, 0, 0, 0, 0, 0, 0, 0, 9)).toBe(1800)
})
