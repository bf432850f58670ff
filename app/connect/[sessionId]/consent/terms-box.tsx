import type { ConsentDocument, Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { FieldErrorText, fieldId } from '../../../_ui/field.tsx'
import { errorOf } from '../_ui/flash-texts.ts'

type Props = { readonly document: ConsentDocument; readonly frame: Frame; readonly t: Translate }

/** Terms of the page around, agreed to by a box of their own and not by the button below (QC1). */
export const TermsBox = ({ document, frame, t }: Props) => {
  const { agreedTermsUrl: href, tenantName: tenant } = document
  if (href === null) return null
  const [id, error] = [fieldId('terms'), errorOf(frame, 'terms', t)]
  return (
    <div className="mt-8">
      {error && <FieldErrorText id={`${id}-error`} prefix={t('frame.error')} text={error} />}
      <label
        className="mt-2 flex min-h-14 cursor-pointer items-center gap-4 rounded-brand border border-control px-4 py-3 has-checked:border-primary"
        htmlFor={id}
      >
        <input
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          data-says-off="COMPONENT_DENY_TERMS"
          data-says-on="COMPONENT_ACCEPT_TERMS"
          id={id}
          name="terms"
          type="checkbox"
          value="accepted"
        />
        <span className="min-w-0 flex-1">{t('consent.terms', { tenant })}</span>
      </label>
      <a
        className="inline-flex min-h-11 items-center"
        data-says="COMPONENT_CLICK_TERMS_URL"
        href={href}
        rel="noopener"
        target="_blank"
      >
        {t('consent.readTerms')}
        <span className="sr-only"> ({t('frame.newTab')})</span>
      </a>
    </div>
  )
}
