import { z } from 'zod'
import { AppError } from '#lib/kit/errors.ts'

/** What a browser's authenticator answers, as far as it is read before it is verified. */
const answerSchema = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
})

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The answer in a field of a form; what its kind must hold besides, verifying it finds out. Throws `bad_request`. */
export const readPasskeyAnswer = <Answer>(text: string): Answer => {
  const parsed = answerSchema.safeParse(asJson(text))
  if (!parsed.success) throw new AppError('bad_request')
  return parsed.data as Answer
}
