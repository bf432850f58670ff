import type { FrameEntry } from '#lib/compat/connect/enter-frame.ts'
import type { FrameRequest } from '#lib/compat/connect/frame-request.ts'
import { newsWithoutVisit } from '#lib/compat/connect/page-news.ts'
import { languageFor } from '#lib/flow/front-door.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { frameCookie } from '#lib/web/frame-cookie.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage, seeOther } from '#lib/web/respond.ts'
import { sessionCookie } from '#lib/web/session-cookie.ts'
import { FrameTroublePage } from './frame-trouble-page.tsx'

type Trouble = Extract<FrameEntry, { kind: 'trouble' }>

/** As the visit would be: for a tenant of Quebec French comes first, also for what went wrong (QC2). */
const languageOf = (request: Request, { wishes }: FrameRequest, { door }: Trouble): 'en' | 'fr' => {
  const acceptLanguage = request.headers.get('accept-language')
  if (door) return languageFor(door.policy, { language: wishes.language, acceptLanguage })
  const wished = wishes.language?.slice(0, 2).toLowerCase()
  return wished === 'en' || wished === 'fr' ? wished : preferredLanguage(request)
}

/** Nothing is wrong yet: the page, or the person, goes on from here. */
const isOnTheWay = (trouble: Trouble['trouble']): boolean =>
  ['cookies_refused', 'token_missing', 'origin_hidden'].includes(trouble)

/** A frame is never blank: whoever frames it may show why it does not work, for the page holds nothing of a visit. */
const troublePage = (request: Request, asked: FrameRequest, entry: Trouble): Response => {
  const { trouble, door } = entry
  const language = languageOf(request, asked, entry)
  return respondWithPage({
    status: isOnTheWay(trouble) ? 200 : 403,
    mayFrame: ['*'],
    render: (nonce) => (
      <FrameTroublePage
        assets={assets()}
        brand={door?.brand}
        language={language}
        news={door && newsWithoutVisit(door, asked.wishes, trouble)}
        nonce={nonce}
        origin={asked.wishes.origin}
        slug={door?.slug ?? null}
        t={translatorFor(language)}
        trouble={trouble}
        askedPath={asked.askedPath}
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
