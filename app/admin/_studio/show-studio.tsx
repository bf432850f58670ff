import type { Desk } from '#lib/console/desk.ts'
import { displayName } from '#lib/institutions/institution.ts'
import { listInstitutions } from '#lib/institutions/institution-store.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { listTeam } from '#lib/staff/membership-store.ts'
import { type DraftKind, flawsOf } from '#lib/tenants/draft.ts'
import { openDraft } from '#lib/tenants/open-draft.ts'
import { listPreviewLinks } from '#lib/tenants/preview-link-store.ts'
import { needsApproval } from '#lib/tenants/tenant-store.ts'
import type { ConsoleView } from '../_doors/respond-with-console.tsx'
import type { Listed, StudioView } from './studio.ts'
import { studioKinds } from './studio-kinds.tsx'
import { StudioPage } from './studio-page.tsx'

export type StudioScene = { readonly desk: Desk; readonly language: Language; readonly t: Translate }

/** What the page is to show beside what is stored. */
export type Shown<K extends DraftKind> = Partial<Pick<StudioView<K>, 'document' | 'refusal' | 'conflict'>> & {
  readonly status?: number
}

/** Members by the name under which the audit log knows them. */
export const authorsOf = async ({ db }: Desk): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await listTeam(db)).map(({ memberId, member }) => [`staff:${memberId}`, member.name ?? member.email]),
  )

const institutionsIn = async (language: Language): Promise<Listed> =>
  (await listInstitutions())
    .filter(({ isTest }) => !isTest)
    .map((one) => ({ id: one.id, name: displayName(one, language) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))

const viewOf = async <K extends DraftKind>(
  kind: K,
  { desk, language, t }: StudioScene,
  shown: Shown<K>,
): Promise<StudioView<K>> => {
  const [open, authors, isNeeded, institutions] = await Promise.all([
    openDraft(desk.db, kind),
    authorsOf(desk),
    needsApproval(desk.db),
    kind === 'policy' ? institutionsIn(language) : [],
  ])
  const { status: _, ...more } = shown
  const document = shown.document ?? open.document
  const flaws = flawsOf(kind, document)
  return {
    kind,
    desk,
    open,
    flaws,
    needsApproval: isNeeded,
    authors,
    language,
    t,
    institutions,
    ...more,
    document,
  }
}

/** The page of a look or of a policy. */
export const showStudio = async <K extends DraftKind>(
  kind: K,
  scene: StudioScene,
  shown: Shown<K> = {},
): Promise<ConsoleView> => {
  const [view, links] = await Promise.all([
    viewOf(kind, scene, shown),
    listPreviewLinks(scene.desk.db, new Date()),
  ])
  const { place, form, beside } = studioKinds[kind]
  return {
    status: shown.status ?? 200,
    place,
    title: scene.t(`console.sections.${place}`),
    lead: scene.t(`console.${kind as DraftKind}.lead`),
    body: (
      <StudioPage beside={beside(view)} links={links} view={view as unknown as StudioView}>
        {form(view)}
      </StudioPage>
    ),
  }
}
