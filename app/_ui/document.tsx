import type { ReactNode } from 'react'
import { type Language, localeOf, type Translate } from '#lib/kit/i18n.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import type { Assets } from '#lib/web/assets.ts'
import { brandCss, type Theme } from './brand-css.ts'
import { brandIcon } from './brand-icon.ts'
import { Footer } from './footer.tsx'

/** What the door gives to every page: the nonce of its policy and the built files. */
export type DocumentProps = {
  readonly nonce: string
  readonly assets: Assets
  /** A scheme that is fixed, whatever the device asks for. */
  readonly theme?: Theme | undefined
}

type Props = DocumentProps & {
  readonly language: Language
  readonly title: string
  /** What the page is for, as a message shows it that holds its address. */
  readonly description?: string
  readonly brand: PaintedBrand
  readonly isDemo: boolean
  readonly t: Translate
  readonly children: ReactNode
  readonly languageSwitch?: ReactNode
  /** Between the header and main: the way back and the place in the journey. */
  readonly bar?: ReactNode
  /** Set on a page that waits: it loads itself anew after so long where scripts are off. */
  readonly refreshSeconds?: number | undefined
  /** The first screen carries the little script that it needs, and asks for none. */
  readonly isFrontDoor?: boolean
  /** Given for a page inside another page. */
  readonly embed?: EmbedLook | undefined
}

/** How a page inside another page looks, and what it tells that page: the news as JSON, null where it has none. */
export type EmbedLook = {
  readonly news: string | null
  readonly theme?: 'light' | 'dark' | 'system'
  readonly hasPadding?: boolean
  readonly hasLogo?: boolean
  readonly hasClose?: boolean
}

/**
 * A browser lays a frame out before its sheet has come, and counts as moved what nobody has seen: so it is not seen, for
 * three seconds at most. The sheet takes this back, for its layers come later.
 */
const unseenUntilStyled =
  '@layer first{body{visibility:hidden;animation:seen 0s 3s forwards}@keyframes seen{to{visibility:visible}}}'

const Voice = ({ embed, nonce, assets }: Pick<Props, 'embed' | 'nonce' | 'assets'>) =>
  embed && (
    <>
      {embed.news !== null && <meta content={embed.news} name="portico-frame" />}
      <script nonce={nonce} src={assets.frame} type="module" />
    </>
  )

const Head = (props: Props) => {
  const { title, description, brand, nonce, assets, refreshSeconds, embed, isFrontDoor, theme } = props
  const font = assets.fonts[brand.font]
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      {description && <meta content={description} name="description" />}
      <meta content="width=device-width, initial-scale=1" name="viewport" />
      <meta content="light dark" name="color-scheme" />
      <meta content={brand.light.surface} media="(prefers-color-scheme: light)" name="theme-color" />
      <meta content={brand.dark.surface} media="(prefers-color-scheme: dark)" name="theme-color" />
      <meta content="telephone=no" name="format-detection" />
      {font && <link as="font" crossOrigin="anonymous" href={font} rel="preload" type="font/woff2" />}
      {embed && <style nonce={nonce}>{unseenUntilStyled}</style>}
      <link href={assets.css} rel="stylesheet" />
      <style nonce={nonce}>{brandCss(brand, embed?.theme ?? theme)}</style>
      <link href={brandIcon(brand)} rel="icon" />
      {isFrontDoor ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of ours, built from app/_islands
        <script dangerouslySetInnerHTML={{ __html: assets.frontDoor }} nonce={nonce} />
      ) : (
        <script nonce={nonce} src={assets.js} type="module" />
      )}
      <Voice assets={assets} embed={embed} nonce={nonce} />
      {refreshSeconds !== undefined && (
        <noscript>
          <meta content={String(refreshSeconds)} httpEquiv="refresh" />
        </noscript>
      )}
    </head>
  )
}

/**
 * Tells the page around that the person wants to close; what then happens is that page's to decide. Only a script can
 * tell it: until then the button is not seen, but has its place, so that nothing moves when it comes.
 */
const CloseButton = ({ t }: { t: Translate }) => (
  <button
    aria-label={t('embed.close')}
    className="invisible inline-flex size-11 flex-none items-center justify-center rounded-brand text-h2"
    data-says="COMPONENT_CLOSE_SESSION"
    type="button"
  >
    ×
  </button>
)

const Header = ({ brand, isDemo, embed, languageSwitch, t, theme }: Props) => (
  <header className="border-b border-line sm:border-none">
    {isDemo && (
      <p className="bg-notice-surface px-5 py-2 text-center text-small text-notice">{t('frame.demo')}</p>
    )}
    <div className="h-1 bg-primary" />
    <div className="mx-auto flex max-w-sheet items-center justify-between gap-6 px-5 py-4 sm:px-2 sm:py-6">
      {embed?.hasLogo === false ? <span /> : <Name brand={brand} theme={embed?.theme ?? theme} />}
      {languageSwitch}
      {embed?.hasClose && <CloseButton t={t} />}
    </div>
  </header>
)

const Name = ({ brand, theme = 'system' }: { brand: PaintedBrand; theme?: Theme | undefined }) => {
  const { logoPath, darkLogoPath, tenantName } = brand
  if (!logoPath)
    return (
      <p className="min-w-0 font-heading text-lead leading-tight font-semibold text-balance">{tenantName}</p>
    )
  return (
    <picture className="min-w-0">
      {darkLogoPath && theme === 'system' && (
        <source media="(prefers-color-scheme: dark)" srcSet={darkLogoPath} />
      )}
      <img
        alt={tenantName}
        className="h-9 w-auto max-w-full object-contain object-left sm:max-w-64"
        src={theme === 'dark' ? (darkLogoPath ?? logoPath) : logoPath}
      />
    </picture>
  )
}

/** A whole page of a tenant. Pure: everything it needs is given, nothing is fetched while it renders. */
export const Document = (props: Props) => {
  const { language, brand, t, children, bar, embed } = props
  return (
    <html dir="ltr" lang={localeOf(language)}>
      <Head {...props} />
      <body
        className={`flex flex-col ${embed ? 'framed' : 'min-h-dvh'}`}
        data-bare={embed?.hasPadding === false ? '' : undefined}
      >
        <a
          className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded-brand focus:bg-surface focus:px-4 focus:py-3"
          href="#main"
        >
          {t('frame.skip')}
        </a>
        <Header {...props} />
        <div className="sheet mx-auto flex w-full max-w-sheet flex-1 flex-col px-5 pb-10 sm:mb-4 sm:flex-none sm:rounded-sheet sm:px-12 sm:pt-3 sm:pb-12">
          {bar}
          <main className="flex-1 pt-6" id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <Footer brand={brand} t={t} />
      </body>
    </html>
  )
}
