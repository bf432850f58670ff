import { type Language, type Translate, translatorFor } from '#lib/kit/i18n.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { Button, QuietLink } from '../../_ui/button.tsx'
import { Document, type DocumentProps } from '../../_ui/document.tsx'
import { EyeIcon, LockIcon } from '../../_ui/icons.tsx'
import { LanguageSwitch } from '../../_ui/language-switch.tsx'

type Props = DocumentProps & {
  readonly brand: PaintedBrand
  readonly language: Language
  readonly languages: readonly Language[]
  readonly isDemo: boolean
  /** The page's own path, for the language switch; `openPath` is where Start posts to. */
  readonly pagePath: string
  readonly openPath: string
  /** What came with the link and goes on with both forms, for example `tag`. */
  readonly hidden: Readonly<Record<string, string>>
  /** Back to the tenant without starting, or null where no address is known. */
  readonly declineHref: string | null
  /** The steps that this tenant's journey has, in its order; they become the numbered list. */
  readonly outline?: readonly (keyof typeof outlineKeys)[]
}

const outlineKeys = {
  identity: 'front.steps.identity',
  consent: 'front.steps.consent',
  bank: 'front.steps.bank',
  accounts: 'front.steps.accounts',
} as const

const fullOutline = ['identity', 'consent', 'bank', 'accounts'] as const

const Outline = ({ outline, tenant, t }: { outline: Props['outline']; tenant: string; t: Translate }) => (
  <section className="mt-10">
    <h2 className="text-h2 font-semibold">{t('front.stepsTitle')}</h2>
    <ol className="mt-4 grid gap-4">
      {(outline ?? fullOutline).map((part, index) => (
        <li className="flex gap-4" key={part}>
          <span
            aria-hidden="true"
            className="inline-flex size-8 flex-none items-center justify-center rounded-full border border-control text-small font-semibold tabular-nums"
          >
            {index + 1}
          </span>
          <span className="min-w-0 pt-0.5">{t(outlineKeys[part], { tenant })}</span>
        </li>
      ))}
    </ol>
  </section>
)

const Reassurance = ({ tenant, t }: { tenant: string; t: Translate }) => (
  <ul className="mt-10 grid gap-5 rounded-panel bg-raised px-5 py-5">
    <li className="flex gap-3">
      <LockIcon />
      <div className="min-w-0">
        <p className="font-semibold">{t('front.passwordTitle', { tenant })}</p>
        <p className="text-small text-muted">{t('front.password')}</p>
      </div>
    </li>
    <li className="flex gap-3">
      <EyeIcon />
      <div className="min-w-0">
        <p className="font-semibold">{t('front.controlTitle')}</p>
        <p className="text-small text-muted">{t('front.control')}</p>
      </div>
    </li>
  </ul>
)

const Start = ({ openPath, hidden, declineHref, t }: Props & { t: Translate }) => (
  <form action={openPath} className="mt-8 flex flex-wrap items-center gap-x-8 gap-y-2" method="post">
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} name={name} type="hidden" value={value} />
    ))}
    <Button>{t('front.start')}</Button>
    {declineHref !== null && <QuietLink href={declineHref}>{t('front.decline')}</QuietLink>}
  </form>
)

/** Who asks, why, what happens, how long it takes: before anything is asked of the person. */
export const FrontDoorPage = (props: Props) => {
  const { brand, language, languages, isDemo, nonce, assets, pagePath, hidden, outline } = props
  const t = translatorFor(language)
  const tenant = brand.tenantName
  const title = t('front.title', { tenant })
  const { language: _, ...others } = hidden
  return (
    <Document
      assets={assets}
      brand={brand}
      isDemo={isDemo}
      language={language}
      languageSwitch={
        <LanguageSwitch
          action={pagePath}
          hidden={others}
          language={language}
          languages={languages}
          method="get"
          t={t}
        />
      }
      nonce={nonce}
      t={t}
      title={title}
    >
      <h1 className="mt-4 font-heading text-h1 font-semibold">{title}</h1>
      <p className="mt-3 text-lead text-muted">{t('front.lead', { tenant })}</p>
      <Start {...props} hidden={{ ...others, language }} t={t} />
      <p className="mt-3 text-small text-muted">{t('front.duration')}</p>
      <Outline outline={outline} t={t} tenant={tenant} />
      <Reassurance t={t} tenant={tenant} />
    </Document>
  )
}
