import type { Messages, Translate } from '#lib/kit/i18n.ts'

type Kind = keyof Messages['console']['changes']['actors']

/** Who did it: a member by their address, anything else by what it is. */
export const actorWords = (who: string, t: Translate): string => {
  const [kind, by = ''] = who.split(':')
  const key = `console.changes.actors.${kind as Kind}` as const
  return t.has(key) ? t(key, { by }) : who
}
