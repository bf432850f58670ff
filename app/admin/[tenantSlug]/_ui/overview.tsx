import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { consolePath, sections } from '../../_ui/navigation.ts'

const [, ...others] = sections

/** What this member can do here, each with a sentence that says what it is for. */
export const Overview = ({ desk, t }: { desk: Desk; t: Translate }) => (
  <>
    <p className="max-w-prose">
      {t('console.overview.lead', { role: t(`console.roles.${desk.role}.name`), tenant: desk.tenant.name })}
    </p>
    <ul className="mt-6 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {others
        .filter(({ action }) => mayAtDesk(desk, action))
        .map(({ key, path }) => (
          <li className="rounded-panel border border-line bg-surface p-5" key={key}>
            <h2 className="text-h2 font-semibold">
              <a href={consolePath(desk.tenant.slug, path)}>{t(`console.sections.${key}`)}</a>
            </h2>
            <p className="mt-1 text-small text-muted">{t(`console.overview.of.${key}`)}</p>
          </li>
        ))}
    </ul>
  </>
)
