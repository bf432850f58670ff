import { type ErrorCode, errorTable } from '#lib/kit/errors.ts'
import { type Language, translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { type DoorHandler, door } from '#lib/web/door.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { ProblemPage } from '../_ui/problem-page.tsx'

/** A retry is the same address; the other ways on stand in the text, for only the person's link leads back in. */
const actionOf = (code: ErrorCode, request: Request, label: (next: 'retry') => string) =>
  errorTable[code].retry && request.method === 'GET' ? { label: label('retry'), href: request.url } : null

const problemPage = (code: ErrorCode, request: Request): Response => {
  const language: Language = preferredLanguage(request)
  const t = translatorFor(language)
  return respondWithPage({
    status: errorTable[code].status,
    headers: errorTable[code].retry ? { 'retry-after': '120' } : {},
    render: (nonce) => (
      <ProblemPage
        action={actionOf(code, request, (next) => t(`errors.actions.${next}`))}
        assets={assets()}
        language={language}
        nonce={nonce}
        t={t}
        text={t(`errors.${code}.text`)}
        title={t(`errors.${code}.title`)}
      />
    ),
  })
}

/** A door that answers a person: whatever goes wrong becomes a page with a way on (law 5). */
export const pageDoor = (handler: DoorHandler) => door(problemPage, handler)
