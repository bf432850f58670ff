import type { FrameTrouble } from '#lib/compat/connect/enter-frame.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { Document, type DocumentProps } from '../../_ui/document.tsx'
import { neutralBrand } from '../../_ui/neutral-brand.ts'

type Props = DocumentProps & {
  readonly trouble: FrameTrouble
  readonly brand: PaintedBrand | undefined
  readonly language: Language
  readonly origin: string | null
  readonly slug: string | null
  /** What the script of the page needs to know; null where nobody can say whose frame it is. */
  readonly news: string | null
  /** The same address, for a window of its own. */
  readonly windowPath: string
  /** The same address, once more in the frame, for a page around that hides. */
  readonly askedPath: string
  readonly t: Translate
}

const wordsFor = (trouble: FrameTrouble) => {
  if (trouble === 'cookies_refused') return { title: 'embed.windowTitle', text: 'embed.windowText' } as const
  if (trouble === 'origin_hidden') return { title: 'embed.hiddenTitle', text: 'embed.hiddenText' } as const
  return { title: 'embed.title', text: 'embed.text' } as const
}

/** Where only a window can go on, the same address; where the page around must be mended, the tenant's own link. */
const wayOn = ({ trouble, slug, windowPath }: Props): string | null => {
  if (trouble === 'cookies_refused') return windowPath
  if (trouble === 'origin_hidden') return null
  return slug === null ? null : `/e/${slug}`
}

/** For those who built the page around: the cause by its name, and the line to change. */
const ForDevelopers = ({ trouble, origin, t }: Props) => (
  <details className="mt-10 text-small">
    <summary className="min-h-11 cursor-pointer content-center text-muted">{t('embed.developers')}</summary>
    <p className="mt-2">
      <code>{trouble}</code>
    </p>
    <p className="mt-2">{t(`embed.causes.${trouble}`, { origin: origin ?? '?' })}</p>
  </details>
)

/** The token stands in the fragment, which only the page itself can read: the script fills it in and sends the form. */
const TokenForm = () => (
  <form data-token-form="" hidden method="post">
    <input name="authorizeToken" type="hidden" />
  </form>
)

/** A frame without a visit: what the person can do, and what a developer has to change. */
export const FrameTroublePage = (props: Props) => {
  const { brand = neutralBrand, trouble, language, nonce, assets, t } = props
  const words = wordsFor(trouble)
  const title = t(words.title)
  const href = wayOn(props)
  return (
    <Document
      assets={assets}
      brand={brand}
      embed={{ news: props.news }}
      isDemo={false}
      language={language}
      nonce={nonce}
      t={t}
      title={t('frame.documentTitle', { title, tenant: brand.tenantName })}
    >
      <h1 className="font-heading text-h1 font-semibold" data-focus="" tabIndex={-1}>
        {title}
      </h1>
      <p className="mt-4 text-lead text-muted">{t(words.text)}</p>
      {trouble === 'origin_hidden' && (
        <p className="mt-8" data-asks-origin={props.askedPath}>
          <ButtonLink href={props.askedPath}>{t('frame.continue')}</ButtonLink>
        </p>
      )}
      {href !== null && (
        <p className="mt-8">
          <ButtonLink href={href} isNewWindow>
            {t('embed.open')}
          </ButtonLink>
        </p>
      )}
      {trouble === 'token_missing' && <TokenForm />}
      <ForDevelopers {...props} />
    </Document>
  )
}
