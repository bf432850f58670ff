import type { ReactNode } from 'react'
import { type Language, type Translate, translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { consoleLanguage } from '#lib/web/staff/signed-in-from.ts'
import { AccountMenu } from '../_ui/account-menu.tsx'
import { ConsoleDocument } from '../_ui/console-document.tsx'
import { SignInSheet } from '../_ui/sign-in-sheet.tsx'
import type { Visit } from './staff-door.tsx'

export type OwnScene = { readonly t: Translate; readonly language: Language }
type Sheet = {
  readonly title: string
  readonly body: ReactNode
  readonly status?: number
  readonly isWide?: boolean
}

/** A page for a member that belongs to no tenant: their account, their second factor. */
export const respondWithOwnSheet = (
  { request, signedIn }: Visit,
  sheetIn: (scene: OwnScene) => Sheet,
): Response => {
  const language = consoleLanguage(request, signedIn)
  const t = translatorFor(language)
  const { title, body, status = 200, isWide = false } = sheetIn({ t, language })
  const { pathname, search } = new URL(request.url)
  const path = request.method === 'GET' ? pathname + search : pathname
  return respondWithPage({
    status,
    render: (nonce) => (
      <ConsoleDocument assets={assets()} language={language} nonce={nonce} t={t} title={title}>
        <SignInSheet isWide={isWide} title={title}>
          {body}
          <div className="mt-8">
            <AccountMenu language={language} member={signedIn.member} path={path} t={t} />
          </div>
        </SignInSheet>
      </ConsoleDocument>
    ),
  })
}
