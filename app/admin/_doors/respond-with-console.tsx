import type { ReactNode } from 'react'
import type { Desk } from '#lib/console/desk.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { clearedFlash, flashFrom } from '#lib/web/staff/flash-cookie.ts'
import { ConsoleDocument } from '../_ui/console-document.tsx'
import { Flash } from '../_ui/flash.tsx'
import type { SectionKey } from '../_ui/navigation.ts'
import { type Crumb, PageHead } from '../_ui/page-head.tsx'
import { Sidebar } from '../_ui/sidebar.tsx'

/** What a page of the console shows inside its frame. */
export type ConsoleView = {
  readonly status?: number
  /** The section that the menu marks. */
  readonly place: SectionKey | null
  readonly title: string
  readonly lead?: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly actions?: ReactNode
  readonly body: ReactNode
}

type Scene = {
  readonly request: Request
  readonly desk: Desk
  readonly language: Language
  readonly t: Translate
}

export const respondWithConsole = ({ request, desk, language, t }: Scene, view: ConsoleView): Response => {
  const { pathname, search } = new URL(request.url)
  const flash = flashFrom(request)
  const { place, title, lead, crumbs, actions, body } = view
  const sidebar = <Sidebar desk={desk} language={language} path={pathname + search} place={place} t={t} />
  return respondWithPage({
    status: view.status ?? 200,
    headers: flash ? { 'set-cookie': clearedFlash } : {},
    render: (nonce) => (
      <ConsoleDocument
        assets={assets()}
        language={language}
        nonce={nonce}
        sidebar={sidebar}
        t={t}
        title={`${title} – ${desk.tenant.name}`}
      >
        <div className="mx-auto max-w-6xl px-5 py-6 lg:px-10 lg:py-8">
          {flash && <Flash slug={desk.tenant.slug} t={t} told={flash} />}
          <PageHead actions={actions} crumbs={crumbs ?? []} lead={lead} t={t} title={title} />
          {body}
        </div>
      </ConsoleDocument>
    ),
  })
}
