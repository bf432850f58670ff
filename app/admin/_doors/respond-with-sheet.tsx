import type { ReactNode } from 'react'
import { type Translate, translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { preferredLanguage } from '#lib/web/preferred-language.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { ConsoleDocument } from '../_ui/console-document.tsx'
import { SignInSheet } from '../_ui/sign-in-sheet.tsx'

type Sheet = { readonly title: string; readonly body: ReactNode }

/** A page for somebody who is not signed in yet, in the language of their browser. */
export const respondWithSheet = (
  request: Request,
  sheetIn: (t: Translate) => Sheet,
  headers: Record<string, string> = {},
): Response => {
  const language = preferredLanguage(request)
  const t = translatorFor(language)
  const { title, body } = sheetIn(t)
  return respondWithPage({
    headers,
    render: (nonce) => (
      <ConsoleDocument assets={assets()} language={language} nonce={nonce} t={t} title={title}>
        <SignInSheet title={title}>{body}</SignInSheet>
      </ConsoleDocument>
    ),
  })
}
