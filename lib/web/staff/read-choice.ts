import { AppError } from '#lib/kit/errors.ts'
import type { Form } from '../read-form.ts'

/** One of a closed list, as a control of ours offers it. Throws `bad_request` for anything else. */
export const readChoice = <const Choice extends string>(
  form: Form,
  name: string,
  choices: readonly Choice[],
): Choice => {
  const chosen = choices.find((choice) => choice === form.get(name))
  if (chosen === undefined) throw new AppError('bad_request')
  return chosen
}
