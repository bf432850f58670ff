import type { OrderPreset } from '#lib/journey/order-presets.ts'
import type { StepId } from '#lib/journey/step-ids.ts'

/** A stage of the funnel: a step of the journey that somebody can leave at, or the whole visit. */
export type Stage = StepId | 'visit'

/** By what the visits of a funnel can be told apart. */
export const dimensions = [
  'front',
  'preset',
  'institution',
  'device',
  'language',
  'brandVersion',
  'policyVersion',
] as const
export type Dimension = (typeof dimensions)[number]

/** Which visits are looked at: those that began on the days `from` to `to`, both included (UTC, `2026-11-24`). */
export type FunnelFilter = {
  readonly isDemo: boolean
  readonly from: string
  readonly to: string
  readonly front?: 'express' | 'connect' | 'custom' | 'api' | undefined
  readonly preset?: OrderPreset | undefined
  /** 0: visits in which none was chosen. */
  readonly institution?: number | undefined
  /** `unknown`: visits of which none was told. */
  readonly device?: 'phone' | 'tablet' | 'desktop' | 'unknown' | undefined
  readonly language?: 'en' | 'fr' | undefined
  readonly brandVersion?: number | undefined
  readonly policyVersion?: number | undefined
}

/** Upper ends, in seconds, of the classes in which finished steps are counted; one more class lies beyond the last. */
export const secondsClasses = [5, 10, 20, 30, 60, 120, 300, 600, 1800] as const

/** The sums of one stage. `classes` has one count for each of the classes of seconds, and one for beyond. */
export type StageSums = {
  readonly stage: Stage
  readonly entered: number
  readonly finished: number
  readonly troubled: number
  readonly seconds: number
  readonly classes: readonly number[]
}

export type GroupSums = {
  readonly value: string
  readonly visits: number
  readonly finished: number
  readonly troubled: number
}

export type ProblemSums = { readonly stage: Stage; readonly problem: string; readonly visits: number }

/** Groups of fewer visits than this are shown with others or not at all. */
export const smallestGroup = 5
