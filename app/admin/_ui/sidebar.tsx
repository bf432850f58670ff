import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { Language, Translate } from '#lib/kit/i18n.ts'
import { AccountMenu } from './account-menu.tsx'
import { MenuItem } from './menu-item.tsx'
import { consolePath, type SectionKey, sections } from './navigation.ts'

export type SidebarProps = {
  readonly desk: Desk
  readonly place: SectionKey | null
  readonly language: Language
  /** Where the language switch comes back to. */
  readonly path: string
  readonly t: Translate
}

const Sections = ({ desk, place, t }: SidebarProps) => (
  <ul className="grid gap-0.5">
    {sections
      .filter(({ action }) => mayAtDesk(desk, action))
      .map(({ key, path }) => (
        <MenuItem href={consolePath(desk.tenant.slug, path)} isCurrent={key === place} key={key}>
          {t(`console.sections.${key}`)}
        </MenuItem>
      ))}
  </ul>
)

/** The tenant at hand; for those who work for several, the way to the others. */
const TenantSwitch = ({ desk, t }: SidebarProps) =>
  desk.tenants.length === 1 ? (
    <p className="px-3 leading-tight font-semibold">{desk.tenant.name}</p>
  ) : (
    <details className="group" data-menu>
      <summary className="grid min-h-11 content-center rounded-brand px-3 py-1.5 leading-tight font-semibold hover:bg-raised">
        {desk.tenant.name}
        <span className="text-small font-normal text-link">{t('console.frame.switch')}</span>
      </summary>
      <ul className="mt-1 grid gap-0.5 rounded-brand border border-line bg-surface p-1">
        {desk.tenants.map(({ tenant }) => (
          <MenuItem href={consolePath(tenant.slug)} isCurrent={tenant.id === desk.tenant.id} key={tenant.id}>
            {tenant.name}
          </MenuItem>
        ))}
      </ul>
    </details>
  )

const Inside = (props: SidebarProps) => (
  <div className="flex flex-1 flex-col gap-4">
    <TenantSwitch {...props} />
    <div className="flex-1">
      <Sections {...props} />
    </div>
    <div className="px-3">
      <AccountMenu language={props.language} member={props.desk.member} path={props.path} t={props.t} />
    </div>
  </div>
)

/** At the side of a wide window, behind one button on a phone. */
export const Sidebar = (props: SidebarProps) => (
  <>
    <nav
      aria-label={props.t('console.frame.sections')}
      className="sticky top-0 hidden h-dvh w-64 flex-none flex-col overflow-y-auto border-e border-line bg-surface p-4 lg:flex"
    >
      <Inside {...props} />
    </nav>
    <nav aria-label={props.t('console.frame.menu')} className="border-b border-line bg-surface lg:hidden">
      <details data-menu>
        <summary className="flex min-h-13 items-center justify-between gap-3 px-5 py-2 leading-tight font-semibold">
          <span>{props.desk.tenant.name}</span>
          <span className="flex-none text-small whitespace-nowrap text-link">
            {props.t('console.frame.menu')}
          </span>
        </summary>
        <div className="border-t border-line p-4">
          <Inside {...props} />
        </div>
      </details>
    </nav>
  </>
)
