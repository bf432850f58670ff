import { mayAtDesk } from '#lib/console/desk.ts'
import { mayApprove } from '#lib/console/find-drafts-to-approve.ts'
import { formatInstant } from '#lib/kit/i18n.ts'
import { Button, ButtonLink } from '../_ui/button.tsx'
import { ConfirmForm } from '../_ui/confirm-form.tsx'
import { type StudioView, studioForm, studioPath } from './studio.ts'

const nameIn = ({ authors, t }: StudioView, actor: string): string =>
  authors.get(actor) ?? t('console.studio.somebody')

const standing = (view: StudioView): string[] => {
  const { open, language, t } = view
  const { published, draft } = open
  const told = [
    published
      ? t('console.studio.published', {
          version: published.version,
          at: formatInstant(language, published.publishedAt),
        })
      : t('console.studio.unpublished'),
  ]
  if (draft)
    told.push(
      t('console.studio.saved', {
        at: formatInstant(language, draft.savedAt),
        who: draft.authors.map((actor) => nameIn(view, actor)).join(', '),
      }),
    )
  if (draft?.asked)
    told.push(
      t('console.studio.asked', {
        at: formatInstant(language, draft.asked.at),
        who: nameIn(view, draft.asked.by),
      }),
    )
  return told
}

/** Sends the form with it, so that a page that says no still holds what was typed. */
const Act = ({ view, act }: { view: StudioView; act: string }) => (
  <Button form={studioForm} formAction={studioPath(view, act)}>
    {view.t(`console.studio.acts.${act as 'publish'}`)}
  </Button>
)

const Release = ({ view }: { view: StudioView }) => {
  const { desk, kind, needsApproval, open } = view
  if (!open.draft) return null
  if (!needsApproval) return mayAtDesk(desk, `${kind}.publish`) ? <Act act="publish" view={view} /> : null
  if (mayApprove(desk, kind, open.draft)) return <Act act="approve" view={view} />
  const isAsking = open.draft.asked === null && mayAtDesk(desk, `${kind}.edit`)
  return isAsking ? <Act act="ask" view={view} /> : null
}

/** Stands above the form, and again where one has come to its end. */
export const SaveDraft = ({ t }: Pick<StudioView, 't'>) => (
  <Button form={studioForm} look="secondary" name="act" value="save">
    {t('console.studio.acts.save')}
  </Button>
)

/** Where the draft stands, and what can be done with it as a whole. */
export const StudioBar = ({ view }: { view: StudioView }) => {
  const { desk, kind, open, t } = view
  const mayEdit = mayAtDesk(desk, `${kind}.edit`)
  return (
    <section
      aria-label={t('console.studio.standing')}
      className="mb-6 flex flex-wrap items-center justify-between gap-4 rounded-panel border border-line bg-surface px-5 py-4 sm:px-6"
    >
      <div className="min-w-0 text-small">
        {standing(view).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <a className="inline-flex min-h-11 items-center xl:hidden" href="#preview-title">
          {t('console.preview.jump')}
        </a>
      </div>
      <div className="flex flex-wrap gap-3">
        {mayEdit && <SaveDraft t={t} />}
        <Release view={view} />
        {open.draft && mayEdit && (
          <ConfirmForm
            action={studioPath(view, 'discard')}
            id="discard"
            isUndoable
            label={t('console.studio.acts.discard')}
            t={t}
            text={t('console.studio.discardText')}
            title={t('console.studio.discardTitle')}
          >
            <input name="seen" type="hidden" value={open.revision} />
          </ConfirmForm>
        )}
        <ButtonLink href={studioPath(view, 'history')} look="secondary">
          {t('console.studio.acts.history')}
        </ButtonLink>
      </div>
    </section>
  )
}
