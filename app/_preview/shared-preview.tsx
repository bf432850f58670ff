import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { DocumentProps } from '../_ui/document.tsx'
import { PreviewPane } from '../admin/_studio/preview-pane.tsx'
import { ConsoleDocument } from '../admin/_ui/console-document.tsx'

type Props = DocumentProps & {
  readonly action: string
  readonly language: Language
  readonly name: string
  readonly t: Translate
}

/** For those without a place in the console: the journey that is being prepared. */
export const SharedPreview = ({ action, language, name, t, nonce, assets }: Props) => {
  const title = t('console.preview.sharedHeading', { name })
  return (
    <ConsoleDocument assets={assets} language={language} nonce={nonce} t={t} title={title}>
      <div className="mx-auto max-w-xl px-5 py-8">
        <h1 className="mb-4 text-2xl font-semibold">{title}</h1>
        <PreviewPane action={action} of={null} t={t} wish={{ place: 'front', language, theme: 'light' }} />
      </div>
    </ConsoleDocument>
  )
}
