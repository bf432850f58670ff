import type { Flash } from '#lib/flow/view.ts'
import type { StepPlace } from './preview-places.ts'
import type { Sample } from './sample.ts'
import { questionsIn } from './sample-bank-views.ts'
import { troubleValues } from './step-troubles.ts'

/** What a page tells went wrong with what was sent from it. */
export const sampleFlash = ({ scene, trouble }: StepPlace, sample: Sample): Flash | null => {
  if (trouble?.kind === 'notice') return { errors: [], values: {}, notice: trouble.code }
  if (trouble?.kind !== 'error') return null
  const { code } = trouble
  const field = trouble.field === 'answer' ? `answer.${questionsIn(scene, sample)[0]}` : trouble.field
  return { errors: [{ field, code, values: troubleValues }], values: {} }
}
