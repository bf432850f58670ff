import type { FrameEntry } from '#lib/compat/connect/enter-frame.ts'
import type { FrameRequest } from '#lib/compat/connect/frame-request.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { frameCookie } from '#lib/web/frame-cookie.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage, seeOther } from '#lib/web/respond.ts'
import { sessionCookie } from '#lib/web/session-cookie.ts'
import { FrameTroublePage } from './frame-trouble-page.tsx'

type Trouble = Extract<FrameEntry, { kind: 'trouble' }>

const languageOf = (request: Request, { wishes }: FrameRequest): 'en' | 'fr' => {
  const wished = wishes.language?.slice(0, 2).toLowerCase()
  return wished === 'en' || wished === 'fr' ? wished : preferredLanguage(request)
}

/** A frame is never blank: whoever frames it may show why it does not work, for the page holds nothing of a visit. */
const troublePage = (request: Request, asked: FrameRequest, { trouble, door }: Trouble): Response => {
  const language = languageOf(request, asked)
  return respondWithPage({
    status: trouble === 'cookies_refused' || trouble === 'token_missing' ? 200 : 403,
    mayFrame: ['*'],
    render: (nonce) => (
      <FrameTroublePage
        assets={assets()}
        brand={door?.brand}
        language={language}
        nonce={nonce}
        origin={asked.wishes.origin}
        slug={door?.slug ?? null}
        t={translatorFor(language)}
        trouble={trouble}
        windowPath={asked.windowPath}
      />
    ),
  })
}

/** The cookie is tried, the visit is opened, or the frame says what is in the way. */
export const respondToFrame = (request: Request, asked: FrameRequest, entry: FrameEntry): Response => {
  if (entry.kind === 'try_cookies')
    return seeOther(asked.triedPath, { 'set-cookie': frameCookie(asked.wishes.origin) })
  if (entry.kind === 'trouble') return troublePage(request, asked, entry)
  return seeOther(`/connect/${entry.id}`, {
    'set-cookie': `${sessionCookie(entry.id, entry.proof)}; Partitioned`,
  })
}
