import { approvalRefusal, type Draft, type DraftKind, draftKinds } from '#lib/tenants/draft.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { needsApproval } from '#lib/tenants/tenant-store.ts'
import { actorOf, type Desk, mayAtDesk } from './desk.ts'

/** True where this very member can give the approval that was asked for (O6). */
export const mayApprove = (desk: Desk, kind: DraftKind, draft: Draft): boolean =>
  mayAtDesk(desk, `${kind}.approve`) &&
  approvalRefusal(draft, { isNeeded: true, actor: actorOf(desk), isApproving: true }) === null

export type DraftToApprove = { readonly kind: DraftKind; readonly asked: NonNullable<Draft['asked']> }

/** What waits for this member, and for nobody who may not decide on it. */
export const findDraftsToApprove = async (desk: Desk): Promise<DraftToApprove[]> => {
  const kinds = draftKinds.filter((kind) => mayAtDesk(desk, `${kind}.approve`))
  if (kinds.length === 0 || !(await needsApproval(desk.db))) return []
  const opened = await Promise.all(
    kinds.map(async (kind) => ({ kind, draft: (await openDraft(desk.db, kind)).draft })),
  )
  return opened.flatMap(({ kind, draft }) =>
    draft?.asked && mayApprove(desk, kind, draft) ? [{ kind, asked: draft.asked }] : [],
  )
}
