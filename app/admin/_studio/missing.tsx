import { differenceOf } from '#lib/tenants/difference.ts'
import { fieldId } from '../../_ui/field.tsx'
import { changeLabel } from './change-label.ts'
import { flawText } from './flaw-text.ts'
import type { StudioView } from './studio.ts'

/** Where a whole draft stands on its way out. */
const stageOf = ({ open: { draft, published }, document }: StudioView) => {
  if (draft) return draft.asked ? 'asked' : 'ready'
  return published && differenceOf(published.document, document).length === 0 ? 'live' : 'unsaved'
}

/** What stands in the way of publishing, each with the way to it. Renewed while one types. */
export const Missing = ({ view }: { view: StudioView }) => {
  const { flaws, kind, t } = view
  const stage = stageOf(view)
  return (
    <section
      aria-labelledby="missing-title"
      className="rounded-panel border border-line bg-surface p-5 sm:p-6"
      data-part="missing"
    >
      <h2 className="text-h2 font-semibold" id="missing-title">
        {t(flaws.length === 0 ? `console.studio.stages.${stage}.title` : 'console.studio.missingTitle')}
      </h2>
      {flaws.length === 0 ? (
        <p className="mt-1 text-small text-muted">
          {stage !== 'live' && t(kind === 'brand' ? 'console.studio.readyLook' : 'console.studio.ready')}{' '}
          {t(`console.studio.stages.${stage}.text`)}
        </p>
      ) : (
        <ul className="mt-2 grid gap-2 text-small">
          {flaws.map((flaw) => (
            <li key={`${flaw.field} ${flaw.code} ${flaw.values?.text ?? ''}`}>
              <a className="inline-block py-0.5" href={`#${fieldId(flaw.field)}`}>
                {changeLabel(kind, flaw.field, t)}
              </a>
              <span className="block text-muted">{flawText(flaw, t)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
