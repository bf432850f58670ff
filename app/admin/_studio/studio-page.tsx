import type { ReactNode } from 'react'
import { mayAtDesk } from '#lib/console/desk.ts'
import { differenceOf } from '#lib/tenants/difference.ts'
import { EditConflict } from '../_ui/edit-conflict.tsx'
import { consolePath } from '../_ui/navigation.ts'
import { changeLabel } from './change-label.ts'
import { changeValue } from './change-value.ts'
import { Missing } from './missing.tsx'
import { PendingChanges } from './pending-changes.tsx'
import { PreviewLinks, type StoredLink } from './preview-links.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { type StudioView, studioForm, studioPath } from './studio.ts'
import { SaveDraft, StudioBar } from './studio-bar.tsx'

const Refused = ({ view }: { view: StudioView }) =>
  view.refusal ? (
    <p
      className="mb-6 rounded-panel border-2 border-danger bg-danger-surface px-5 py-4 text-small font-semibold"
      data-focus="first"
      role="alert"
      tabIndex={-1}
    >
      {view.t(`console.studio.refusals.${view.refusal}`)}
    </p>
  ) : null

const Conflict = ({ view: { kind, conflict, document, t } }: { view: StudioView }) => {
  const rows = conflict ? differenceOf(conflict, document) : []
  return rows.length > 0 ? (
    <EditConflict
      rows={rows.map(({ field, before, after }) => ({
        label: changeLabel(kind, field, t),
        theirs: changeValue(kind, field, before, t),
        mine: changeValue(kind, field, after, t),
      }))}
      t={t}
    />
  ) : null
}

type Props = {
  readonly view: StudioView
  readonly links: readonly StoredLink[]
  readonly children: ReactNode
  /** Parts of the page that stand beside the form. */
  readonly beside?: ReactNode
}

/** The form on one side; on the other the journey as it would be, and what is still missing. */
export const StudioPage = ({ view, links, children, beside }: Props) => {
  const { desk, kind, open, language, t } = view
  const mayEdit = mayAtDesk(desk, `${kind}.edit`)
  return (
    <>
      <Refused view={view} />
      <Conflict view={view} />
      <StudioBar view={view} />
      <PendingChanges view={view} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0">
          <Missing view={view} />
          {beside}
          <form
            action={studioPath(view, 'save')}
            data-try={studioPath(view, 'try')}
            id={studioForm}
            method="post"
            noValidate
          >
            <input name="seen" type="hidden" value={open.revision} />
            <fieldset className="contents" disabled={!mayEdit}>
              <legend className="sr-only">{t('console.studio.form')}</legend>
              <input name="typed" type="hidden" value="yes" />
              {children}
            </fieldset>
            {mayEdit && (
              <p className="mt-6">
                <SaveDraft t={t} />
              </p>
            )}
          </form>
        </div>
        <div className="grid min-w-0 gap-6 xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto">
          <PreviewPane
            action={consolePath(desk.tenant.slug, 'preview')}
            of={{ form: studioForm, kind }}
            t={t}
            wish={{ place: kind === 'brand' ? 'front' : 'consent', language, theme: 'light' }}
          />
          <PreviewLinks desk={desk} kind={kind} language={language} links={links} t={t} />
        </div>
      </div>
    </>
  )
}
