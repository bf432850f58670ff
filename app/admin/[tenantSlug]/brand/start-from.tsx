import type { StudioView } from '../../_studio/studio.ts'
import { Button } from '../../_ui/button.tsx'
import { Field } from '../../_ui/field.tsx'
import { Panel } from '../../_ui/panel.tsx'

/** A whole proposed theme from one colour, or from what a website shows of itself. */
export const StartFrom = ({ view }: { readonly view: StudioView<'brand'> }) => {
  const { t, document } = view
  return (
    <Panel lead={t('console.brand.startLead')} title={t('console.brand.startTitle')}>
      <div className="grid grid-cols-pair gap-4">
        <div className="grid content-between gap-3">
          <Field
            defaultValue={document.primary}
            label={t('console.brand.fromColour')}
            maxLength={20}
            name="from.colour"
            spellCheck={false}
          />
          <div>
            <Button look="secondary" name="act" value="colour">
              {t('console.brand.propose')}
            </Button>
          </div>
        </div>
        <div className="grid content-between gap-3">
          <Field
            label={t('console.brand.fromSite')}
            maxLength={300}
            name="from.site"
            placeholder="https://"
            spellCheck={false}
            type="url"
          />
          <div>
            <Button look="secondary" name="act" value="site">
              {t('console.brand.fetch')}
            </Button>
          </div>
        </div>
      </div>
    </Panel>
  )
}
