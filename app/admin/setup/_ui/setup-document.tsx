import type { ReactNode } from 'react'
import { type Language, languages, type Translate } from '#lib/kit/i18n.ts'
import type { DocumentProps } from '../../../_ui/document.tsx'
import { LanguageSwitch } from '../../../_ui/language-switch.tsx'
import { ConsoleDocument } from '../../_ui/console-document.tsx'
import { PageHead } from '../../_ui/page-head.tsx'

type Props = DocumentProps & {
  readonly language: Language
  /** Where the same page stands in the other language. */
  readonly path: string
  readonly title: string
  readonly lead: ReactNode
  readonly body?: ReactNode
  readonly t: Translate
}

/** A page for people without a seat in the console: it leads nowhere else. */
export const SetupDocument = ({ language, path, title, lead, body, t, nonce, assets }: Props) => (
  <ConsoleDocument assets={assets} language={language} nonce={nonce} t={t} title={title}>
    <div className="mx-auto max-w-3xl px-5 py-8">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <p className="text-h2 font-semibold">Portico</p>
        <LanguageSwitch
          action={path}
          hidden={{}}
          language={language}
          languages={languages}
          method="get"
          t={t}
        />
      </div>
      <PageHead lead={lead} t={t} title={title} />
      {body}
    </div>
  </ConsoleDocument>
)
