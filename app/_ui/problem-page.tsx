import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { PaintedBrand } from '#lib/tenants/painted-brand.ts'
import { ButtonLink } from './button.tsx'
import { Contact } from './contact.tsx'
import { Document, type DocumentProps } from './document.tsx'
import { VisitReference } from './visit-reference.tsx'

type Props = DocumentProps & {
  readonly title: string
  readonly text: string
  /** What to do, where the text cannot say it by itself. */
  readonly next: string | null
  /** The way on; null only where the words themselves say what to do (law 5: no dead end). */
  readonly action: { readonly label: string; readonly href: string } | null
  readonly language: Language
  readonly reference: string | null
  readonly isDemo: boolean
  readonly t: Translate
  /** The tenant's, or the neutral one where nobody is proven to be asked. */
  readonly brand: PaintedBrand
}

/** Something went wrong before or beside the journey: what it is, what to do, whom to ask (P5). */
export const ProblemPage = ({ title, text, next, action, reference, ...rest }: Props) => {
  const { brand, t } = rest
  return (
    <Document {...rest} title={t('frame.documentTitle', { title, tenant: brand.tenantName })}>
      <h1 className="mt-6 font-heading text-h1 font-semibold" data-focus="" tabIndex={-1}>
        {title}
      </h1>
      <p className="mt-4 text-lead text-muted">{text}</p>
      {next && <p className="mt-4">{next}</p>}
      {action && (
        <p className="mt-8">
          <ButtonLink href={action.href}>{action.label}</ButtonLink>
        </p>
      )}
      <Contact brand={brand} t={t} />
      <VisitReference reference={reference} t={t} />
    </Document>
  )
}
