import type { ReactNode } from 'react'
import { type Language, localeOf, type Translate } from '#lib/kit/i18n.ts'
import { brandCss } from '../../_ui/brand-css.ts'
import { brandIcon } from '../../_ui/brand-icon.ts'
import type { DocumentProps } from '../../_ui/document.tsx'
import { neutralBrand } from '../../_ui/neutral-brand.ts'

type Props = DocumentProps & {
  readonly language: Language
  readonly title: string
  readonly t: Translate
  readonly children: ReactNode
  readonly sidebar?: ReactNode
}

/** A whole page of the console, in the house's own neutral look. */
export const ConsoleDocument = ({ language, title, t, nonce, assets, sidebar, children }: Props) => (
  <html dir="ltr" lang={localeOf(language)}>
    <head>
      <meta charSet="utf-8" />
      <meta content="width=device-width, initial-scale=1" name="viewport" />
      <title>{`${title} – Portico`}</title>
      <link href={brandIcon(neutralBrand)} rel="icon" />
      <style nonce={nonce}>{brandCss(neutralBrand)}</style>
      <link href={assets.consoleCss} rel="stylesheet" />
      <script defer nonce={nonce} src={assets.consoleJs} />
    </head>
    <body className={sidebar ? 'flex min-h-dvh flex-col lg:flex-row' : 'min-h-dvh'}>
      <a
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded-brand focus:bg-surface focus:px-4 focus:py-3"
        href="#main"
      >
        {t('frame.skip')}
      </a>
      {sidebar}
      <main className="min-w-0 flex-1" id="main" tabIndex={-1}>
        {children}
      </main>
    </body>
  </html>
)
