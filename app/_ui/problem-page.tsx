import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { ButtonLink } from './button.tsx'
import { Document, type DocumentProps } from './document.tsx'
import { neutralBrand } from './neutral-brand.ts'

type Props = DocumentProps & {
  readonly title: string
  readonly text: string
  /** The way on; null only where the text itself says what to do (law 5: no dead end). */
  readonly action: { readonly label: string; readonly href: string } | null
  readonly language: Language
  readonly t: Translate
  readonly brand?: PaintedBrand
}

/** Something went wrong before or beside the journey: what it is, what to do (P5). */
export const ProblemPage = ({ title, text, action, brand = neutralBrand, t, ...rest }: Props) => (
  <Document
    brand={brand}
    isDemo={false}
    t={t}
    title={t('frame.documentTitle', { title, tenant: brand.tenantName })}
    {...rest}
  >
    <h1 className="mt-6 font-heading text-h1 font-semibold" data-focus="" tabIndex={-1}>
      {title}
    </h1>
    <p className="mt-4 text-lead text-muted">{text}</p>
    {action && (
      <p className="mt-8">
        <ButtonLink href={action.href}>{action.label}</ButtonLink>
      </p>
    )}
  </Document>
)
