import type { SeenProblem } from '#lib/console/visits/timeline.ts'
import type { Messages, Translate } from '#lib/kit/i18n.ts'

/** What the person read, word for word, in the language of who helps them. */
export const problemWords = (problem: SeenProblem, institution: string, t: Translate): string => {
  if (problem.kind === 'fault') {
    const words = (part: 'title' | 'text') => t(`faults.${problem.code}.${part}`, { institution })
    return `${words('title')}. ${words('text')}`
  }
  const key = `fieldErrors.${problem.code as keyof Messages['fieldErrors']}` as const
  return t.has(key) ? t(key, problem.values as never) : t('fieldErrors.invalid')
}
