import type { ReactNode } from 'react'
import { type Language, localeOf, type Translate } from '#lib/kit/i18n.ts'
import { brandCss } from '../../_ui/brand-css.ts'
import { brandIcon } from '../../_ui/brand-icon.ts'
import type { DocumentProps } from '../../_ui/document.tsx'
import { neutralBrand } from '../../_ui/neutral-brand.ts'

type Props = DocumentProps & {
  readonly language: Language
  readonly t: Translate
  readonly title: string
  readonly children: ReactNode
}

const places = [
  ['/docs/api', 'api'],
  ['/docs/data-api', 'dataApi'],
  ['/docs/connect/doctor', 'doctor'],
  ['/docs/errors', 'errors'],
] as const

const Nav = ({ t }: Pick<Props, 't'>) => (
  <nav aria-label={t('docs.nav')}>
    <ul className="flex flex-wrap gap-x-6 text-small">
      {places.map(([href, name]) => (
        <li key={href}>
          <a className="inline-flex min-h-11 items-center" href={href}>
            {t(`docs.${name}`)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** A page for programmers: the installation's own words, no tenant's brand, no script at all. */
export const DocsDocument = ({ language, t, title, nonce, assets, children }: Props) => (
  <html dir="ltr" lang={localeOf(language)}>
    <head>
      <meta charSet="utf-8" />
      <title>{t('errorGuide.documentTitle', { title })}</title>
      <meta content="width=device-width, initial-scale=1" name="viewport" />
      <meta content="light dark" name="color-scheme" />
      <link href={assets.css} rel="stylesheet" />
      <style nonce={nonce}>{brandCss(neutralBrand)}</style>
      <link href={brandIcon(neutralBrand)} rel="icon" />
    </head>
    <body className="min-h-dvh bg-surface">
      <a
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded-brand focus:bg-surface focus:px-4 focus:py-3"
        href="#main"
      >
        {t('frame.skip')}
      </a>
      <header className="border-b border-line">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 px-5 py-2">
          <p className="font-heading text-lead font-semibold">{neutralBrand.tenantName}</p>
          <Nav t={t} />
        </div>
      </header>
      {children}
    </body>
  </html>
)
