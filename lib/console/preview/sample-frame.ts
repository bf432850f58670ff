import type { Frame } from '#lib/flow/view.ts'
import { placeOf, previousStep } from '#lib/journey/journey.ts'
import type { StepPlace } from './preview-places.ts'
import type { Sample } from './sample.ts'
import { sampleFlash } from './sample-flash.ts'
import { sampleVisit } from './sample-visit.ts'

/** What the page of a place is painted with, in a visit that has just come there. */
export const sampleFrame = (place: StepPlace, sample: Sample): Frame => {
  const { brand, policy, language } = sample
  const { step } = place
  const visit = sampleVisit(policy, step)
  return {
    sessionId: 'preview',
    reference: '7K2M-Q4XA',
    step,
    brand,
    language,
    languages: policy.languages,
    isDemo: false,
    embed: null,
    isReturning: policy.returnUrls.length > 0,
    back: previousStep(visit, step),
    place: placeOf(visit, step),
    flash: sampleFlash(place, sample),
    time: null,
    seen: '',
    isBankFixed: false,
    bankOpens: 'here',
  }
}
