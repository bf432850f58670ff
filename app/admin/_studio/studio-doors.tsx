import { actorOf, type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { Outcome } from '#lib/kit/outcome.ts'
import type { DraftDocuments, DraftKind, PublishingRefusal } from '#lib/tenants/draft.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { askApproval, publishDraft, restoreVersion } from '#lib/tenants/publish-draft.ts'
import { bringBackDraft, discardDraft, saveDraft } from '#lib/tenants/save-draft.ts'
import type { Form } from '#lib/web/read-form.ts'
import type { FlashKey } from '#lib/web/staff/flash-cookie.ts'
import { type FormEnd, staffForm, staffPage } from '../_doors/staff-door.tsx'
import { consolePath } from '../_ui/navigation.ts'
import { amend } from './amend.ts'
import { type StudioScene, showStudio } from './show-studio.tsx'
import type { Refusal } from './studio.ts'
import { studioKinds } from './studio-kinds.tsx'

/** The page itself. */
export const studioPage = (kind: DraftKind) =>
  staffPage(`${kind}.view`, async (scene) => showStudio(kind, scene))

/** The page of what is being typed, for the parts of it that tell of that; nothing is stored. */
export const tryDoor = (kind: DraftKind) =>
  staffForm(`${kind}.edit`, async ({ form, ...scene }) =>
    showStudio(kind, scene, { document: studioKinds[kind].read(form), status: 200 }),
  )

const home = ({ desk }: { readonly desk: Desk }, kind: DraftKind): string =>
  consolePath(desk.tenant.slug, kind)

const save = async <K extends DraftKind>(
  kind: K,
  scene: StudioScene,
  { seen, document }: { readonly seen: string; readonly document: DraftDocuments[K] },
): Promise<FormEnd> => {
  const saved = await saveDraft(scene.desk.db, kind, { seen, document, actor: actorOf(scene.desk) })
  if (saved.ok) return { to: home(scene, kind), flash: 'draft_saved' }
  const { document: conflict } = await openDraft(scene.desk.db, kind)
  return showStudio(kind, scene, { document, conflict, status: 409 })
}

/** Saves what was typed, with what the pressed button adds to it: a colour mended, a theme proposed. */
export const saveDoor = (kind: DraftKind) =>
  staffForm(`${kind}.edit`, async ({ form, ...scene }) => {
    const typed = studioKinds[kind].read(form)
    const amended = await amend(scene.desk, kind, { typed, form })
    if (!amended.ok) return showStudio(kind, scene, { document: typed, refusal: amended.reason, status: 422 })
    return save(kind, scene, { seen: form.get('seen'), document: amended.value })
  })

type Act = (desk: Desk, kind: DraftKind, form: Form) => Promise<Outcome<unknown, PublishingRefusal>>

/** What stood in the form when a button beside it was pressed; null for whoever may only look at it. */
const typedIn = <K extends DraftKind>(kind: K, desk: Desk, form: Form): DraftDocuments[K] | null =>
  form.get('typed') !== '' && mayAtDesk(desk, `${kind}.edit`) ? studioKinds[kind].read(form) : null

/** Nothing that was typed is lost by it, and where somebody else was faster both are shown. */
const showRefusal = async <K extends DraftKind>(
  kind: K,
  scene: StudioScene,
  { reason, typed }: { readonly reason: Refusal; readonly typed: DraftDocuments[K] | null },
): Promise<FormEnd> => {
  const kept = typed ? { document: typed } : {}
  if (reason !== 'changed') return showStudio(kind, scene, { refusal: reason, ...kept, status: 422 })
  const { document: conflict } = await openDraft(scene.desk.db, kind)
  return showStudio(kind, scene, { refusal: reason, ...kept, ...(typed ? { conflict } : {}), status: 409 })
}

const acting = (permission: 'edit' | 'publish' | 'approve', flash: FlashKey, act: Act) => (kind: DraftKind) =>
  staffForm(`${kind}.${permission}`, async ({ form, ...scene }) => {
    const done = await act(scene.desk, kind, form)
    if (done.ok) return { to: home(scene, kind), flash }
    return showRefusal(kind, scene, { reason: done.reason, typed: typedIn(kind, scene.desk, form) })
  })

const actOf = (desk: Desk, form: Form) => ({ seen: form.get('seen'), actor: actorOf(desk) })

export const publishDoor = acting('publish', 'published', (desk, kind, form) =>
  publishDraft(desk.db, kind, actOf(desk, form)),
)

export const approveDoor = acting('approve', 'published', (desk, kind, form) =>
  publishDraft(desk.db, kind, { ...actOf(desk, form), isApproving: true }),
)

export const askDoor = acting('edit', 'approval_asked', (desk, kind, form) =>
  askApproval(desk.db, kind, actOf(desk, form)),
)

/** Throws the draft away; the page after it has the way back. */
export const discardDoor = (kind: DraftKind) =>
  staffForm(`${kind}.edit`, async ({ form, ...scene }) => {
    const act = actOf(scene.desk, form)
    const done = await discardDraft(scene.desk.db, kind, act)
    if (done.ok) return { to: home(scene, kind), flash: `${kind}_discarded`, subject: act.seen }
    return showStudio(kind, scene, { refusal: done.reason, status: 409 })
  })

export const bringBackDoor = (kind: DraftKind) =>
  staffForm(`${kind}.edit`, async ({ desk, form }) => {
    const act = { seen: form.get('subject'), actor: actorOf(desk) }
    const done = await bringBackDraft(desk.db, kind, act)
    return { to: home({ desk }, kind), flash: done.ok ? 'brought_back' : 'not_brought_back' }
  })

/** Back to an old version: at once, or by way of another's approval. */
export const restoreDoor = (kind: DraftKind) =>
  staffForm(`${kind}.publish`, async ({ form, ...scene }) => {
    const act = { ...actOf(scene.desk, form), version: Number(form.get('version')) || 0 }
    const done = await restoreVersion(scene.desk.db, kind, act)
    if (done.ok)
      return { to: home(scene, kind), flash: done.value === 'asked' ? 'restore_asked' : 'restored' }
    return showRefusal(kind, scene, { reason: done.reason, typed: typedIn(kind, scene.desk, form) })
  })
