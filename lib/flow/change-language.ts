import { insertEvent, setLanguage } from '#lib/sessions/session-store.ts'
import type { OpenVisit } from './open-visit.ts'

/** Goes on in another of the tenant's languages; one that it does not offer changes nothing. */
export const changeLanguage = async (open: OpenVisit, wished: string): Promise<void> => {
  const language = open.policy.languages.find((offered) => offered === wished)
  if (!language || language === open.session.language) return
  await setLanguage(open.db, open.session.id, language)
  await insertEvent(open.db, open.session.id, { name: 'language_changed', detail: { language } })
}
