import { errorCodes } from '#lib/kit/error-guide.ts'
import { errorTable } from '#lib/kit/errors.ts'
import { type Language, translatorFor } from '#lib/kit/i18n.ts'
import type { DocumentProps } from '../../_ui/document.tsx'
import { DocsDocument } from '../_ui/docs-document.tsx'

/** Every error, for whoever looks for one. */
export const ErrorsPage = ({ language, ...rest }: DocumentProps & { readonly language: Language }) => {
  const t = translatorFor(language)
  const title = t('errorGuide.title')
  return (
    <DocsDocument {...rest} language={language} t={t} title={title}>
      <main className="mx-auto max-w-6xl px-5 pt-8 pb-16" id="main" tabIndex={-1}>
        <h1 className="font-heading text-h1 font-semibold">{title}</h1>
        <p className="mt-4 text-lead text-muted">{t('errorGuide.lead')}</p>
        <ul className="mt-8 divide-y divide-line border-y border-line">
          {errorCodes.map((code) => (
            <li className="flex flex-wrap items-baseline gap-x-6 py-3" key={code}>
              <span className="w-10 font-mono text-small text-muted">{errorTable[code].status}</span>
              <a className="font-mono text-small sm:w-72" href={`/docs/errors/${code}`}>
                {code}
              </a>
              <span className="w-full sm:w-auto">{t(`errors.${code}.title`)}</span>
            </li>
          ))}
        </ul>
      </main>
    </DocsDocument>
  )
}
