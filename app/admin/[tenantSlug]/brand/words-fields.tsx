import { copyField } from '#lib/tenants/brand-flaws.ts'
import { copyKeys } from '#lib/tenants/copy.ts'
import { TextArea } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { defaultWords } from './default-words.ts'

/** The tenant's own words by place and language, with ours beside. */
export const WordsFields = ({ view }: { readonly view: StudioView<'brand'> }) => {
  const { t, document, flaws } = view
  return (
    <div className="grid gap-6">
      {copyKeys.map((key) => (
        <fieldset className="grid gap-4 sm:grid-cols-2" key={key}>
          <legend className="mb-2 text-small font-semibold">{t(`console.brand.copy.${key}`)}</legend>
          {(['en', 'fr'] as const).map((language) => (
            <TextArea
              error={errorAt(flaws, copyField(language, key), t)}
              errorPrefix={t('frame.error')}
              hint={
                <>
                  {t('console.brand.ours')}{' '}
                  <q lang={language}>{defaultWords(key, language, document.displayName || '…')}</q>
                </>
              }
              key={language}
              label={t(`languages.${language}`)}
              lang={language}
              name={copyField(language, key)}
              value={document.copy[language][key] ?? ''}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}
