import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { LinkTold } from '#lib/console/links/list-links.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import type { LinkQuery } from '#lib/web/console/link-forms.ts'
import type { ListAddress } from '#lib/web/console/list-query.ts'
import type { ConsoleView } from '../../_doors/respond-with-console.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { LinkTable } from './link-table.tsx'
import { MakeLink } from './make-link.tsx'
import { PublicLink } from './public-link.tsx'

type Scene = {
  readonly desk: Desk<'links.view'>
  readonly language: Language
  readonly t: Translate
}

type Shown = {
  readonly query: LinkQuery
  readonly links: readonly LinkTold[]
  readonly address: ListAddress
  /** Where the tenant’s links lead. */
  readonly site: string
}

/** The page of links, for whoever may look; what makes or revokes one only for those who may. */
export const linksView = ({ desk, language, t }: Scene, { site, ...shown }: Shown): ConsoleView => {
  const { slug } = desk.tenant
  const mayCreate = mayAtDesk(desk, 'links.create')
  const path = consolePath(slug, 'links')
  return {
    place: 'links',
    title: t('console.sections.links'),
    lead: t('console.links.lead'),
    actions: mayCreate && (
      <ButtonLink href={`${path}/lists`} look="secondary">
        {t('console.lists.title')}
      </ButtonLink>
    ),
    body: (
      <>
        <PublicLink t={t} url={`${site}/e/${slug}`} />
        {mayCreate && <MakeLink flaws={[]} path={path} t={t} />}
        <LinkTable {...shown} language={language} mayRevoke={mayCreate} path={path} t={t} />
      </>
    ),
  }
}
