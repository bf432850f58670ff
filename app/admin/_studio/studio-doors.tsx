import { isDeepStrictEqual } from 'node:util'
import { actorOf, type Desk, mayAtDesk } from '#lib/console/desk.ts'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'
import type { DraftDocuments, DraftKind } from '#lib/tenants/draft.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { askApproval, publishDraft, restoreVersion } from '#lib/tenants/publish-draft.ts'
import { bringBackDraft, discardDraft, saveDraft } from '#lib/tenants/save-draft.ts'
import type { Form } from '#lib/web/read-form.ts'
import type { FlashKey } from '#lib/web/staff/flash-cookie.ts'
import { type FormEnd, staffForm, staffPage } from '../_doors/staff-door.tsx'
import { consolePath } from '../_ui/navigation.ts'
import { amend } from './amend.ts'
import { flashAfterPublishing, flashAfterSaving } from './flash-after.ts'
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

type Typed<K extends DraftKind> = {
  readonly seen: string
  readonly document: DraftDocuments[K]
  readonly flash?: FlashKey
}

/** Saves what was typed; where somebody else was faster, shows both. */
export const saveTyped = async <K extends DraftKind>(
  kind: K,
  scene: StudioScene,
  { seen, document, flash = 'draft_saved' }: Typed<K>,
): Promise<FormEnd> => {
  const saved = await saveDraft(scene.desk.db, kind, { seen, document, actor: actorOf(scene.desk) })
  if (saved.ok) return { to: home(scene, kind), flash }
  const { document: conflict } = await openDraft(scene.desk.db, kind)
  return showStudio(kind, scene, { document, conflict, status: 409 })
}

/** Saves what was typed, with what the pressed button adds to it: a colour mended, a theme proposed. */
export const saveDoor = (kind: DraftKind) =>
  staffForm(`${kind}.edit`, async ({ form, ...scene }) => {
    const typed = studioKinds[kind].read(form)
    const amended = await amend(scene.desk, kind, { typed, form })
    if (!amended.ok) return showStudio(kind, scene, { document: typed, refusal: amended.reason, status: 422 })
    const flash = flashAfterSaving(form.get('act'))
    return saveTyped(kind, scene, { seen: form.get('seen'), document: amended.value, flash })
  })

type Act = (desk: Desk, kind: DraftKind, seen: string) => Promise<Outcome<unknown, Refusal>>

/** What stood in the form when a button beside it was pressed; null for whoever may only look at it. */
export const typedIn = <K extends DraftKind>(kind: K, desk: Desk, form: Form): DraftDocuments[K] | null =>
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

const actOf = (desk: Desk, form: Form) => ({ seen: form.get('seen'), actor: actorOf(desk) })

/** The revision that an act is about: what stands in the form is saved first, so that it is what was looked at. */
const settle = async (
  kind: DraftKind,
  desk: Desk,
  { form, isOwn }: { readonly form: Form; readonly isOwn: boolean },
): Promise<Outcome<string, Refusal>> => {
  const document = typedIn(kind, desk, form)
  const act = actOf(desk, form)
  if (!document) return succeeded(act.seen)
  if (isOwn) return saveDraft(desk.db, kind, { ...act, document })
  // Who approves does not write: what they typed would be their own work.
  const { document: saved } = await openDraft(desk.db, kind)
  return isDeepStrictEqual(saved, document) ? succeeded(act.seen) : failed('unsaved')
}

type Acting = {
  readonly permission: 'edit' | 'publish' | 'approve'
  readonly flashAfter: (desk: Desk, kind: DraftKind) => Promise<FlashKey>
  readonly isOwn: boolean
}

const acting =
  ({ permission, flashAfter, isOwn }: Acting, act: Act) =>
  (kind: DraftKind) =>
    staffForm(`${kind}.${permission}`, async ({ form, ...scene }) => {
      const { desk } = scene
      const settled = await settle(kind, desk, { form, isOwn })
      const done = settled.ok ? await act(desk, kind, settled.value) : settled
      if (done.ok) return { to: home(scene, kind), flash: await flashAfter(desk, kind) }
      return showRefusal(kind, scene, { reason: done.reason, typed: typedIn(kind, desk, form) })
    })

export const publishDoor = acting(
  { permission: 'publish', flashAfter: flashAfterPublishing, isOwn: true },
  (desk, kind, seen) => publishDraft(desk.db, kind, { seen, actor: actorOf(desk) }),
)

export const approveDoor = acting(
  { permission: 'approve', flashAfter: flashAfterPublishing, isOwn: false },
  (desk, kind, seen) => publishDraft(desk.db, kind, { seen, actor: actorOf(desk), isApproving: true }),
)

export const askDoor = acting(
  { permission: 'edit', flashAfter: async () => 'approval_asked', isOwn: true },
  (desk, kind, seen) => askApproval(desk.db, kind, { seen, actor: actorOf(desk) }),
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
