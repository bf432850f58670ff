import { type ErrorGuide, errorGuide } from '#lib/kit/error-guide.ts'
import type { ErrorCode } from '#lib/kit/errors.ts'
import { type Language, translatorFor } from '#lib/kit/i18n.ts'
import type { DocumentProps } from '../../_ui/document.tsx'
import { DocsDocument } from '../_ui/docs-document.tsx'
import { WithCode } from '../_ui/with-code.tsx'

type Props = DocumentProps & { readonly code: ErrorCode; readonly language: Language }

const Rows = ({ rows }: Pick<ErrorGuide, 'rows'>) => (
  <dl className="mt-8 grid gap-x-8 gap-y-4 sm:grid-cols-[auto_1fr]">
    {rows.map(([label, text]) => (
      <div className="sm:contents" key={label}>
        <dt className="font-semibold">{label}</dt>
        <dd className="max-w-prose">
          <WithCode text={text} />
        </dd>
      </div>
    ))}
  </dl>
)

/** What the `type` of a problem opens: cause, who can mend it, what to do (O13). The same source as docs/errors. */
export const ErrorPage = ({ code, language, ...rest }: Props) => {
  const t = translatorFor(language)
  const { title, text, rows } = errorGuide(code, t)
  return (
    <DocsDocument {...rest} language={language} t={t} title={title}>
      <main className="mx-auto max-w-6xl px-5 pt-8 pb-16" id="main" tabIndex={-1}>
        <h1 className="font-heading text-h1 font-semibold">{title}</h1>
        <p className="mt-4 max-w-prose text-lead text-muted">{text}</p>
        <Rows rows={rows} />
        <p className="mt-10">
          <a className="inline-flex min-h-11 items-center" href="/docs/errors">
            {t('errorGuide.all')}
          </a>
        </p>
      </main>
    </DocsDocument>
  )
}
