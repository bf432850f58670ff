import type { Language, Translate } from '#lib/kit/i18n.ts'
import { copyField } from '#lib/tenants/brand-flaws.ts'
import { copyKeys } from '#lib/tenants/copy.ts'
import { TextArea } from '../../_studio/controls.tsx'
import { errorAt } from '../../_studio/flaw-text.ts'
import type { StudioView } from '../../_studio/studio.ts'
import { defaultWords } from './default-words.ts'

type OursProps = { readonly words: string; readonly language: Language; readonly t: Translate }

const Ours = ({ words, language, t }: OursProps) =>
  words === '' ? (
    t('console.brand.noWords')
  ) : (
    <>
      {t('console.brand.ours')} <q lang={language}>{words}</q>
    </>
  )

/** The tenant's own words by place and language, with ours beside. */
export const WordsFields = ({ view }: { readonly view: StudioView<'brand'> }) => {
  const { t, document, flaws } = view
  return (
    <div className="grid gap-6">
      {copyKeys.map((key) => (
        <fieldset key={key}>
          <legend className="mb-2 text-small font-semibold">{t(`console.brand.copy.${key}`)}</legend>
          <div className="level grid grid-cols-pair gap-4">
            {(['en', 'fr'] as const).map((language) => (
              <TextArea
                error={errorAt(flaws, copyField(language, key), t)}
                errorPrefix={t('frame.error')}
                hint={
                  <Ours
                    language={language}
                    t={t}
                    words={defaultWords(key, language, document.displayName || '…')}
                  />
                }
                key={language}
                label={t(`languages.${language}`)}
                lang={language}
                name={copyField(language, key)}
                value={document.copy[language][key] ?? ''}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
