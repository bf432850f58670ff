import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import { type FirstStep, firstSteps } from '#lib/console/first-steps.ts'
import type { StaffAction } from '#lib/console/permissions.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Mark } from '../../_ui/mark.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { Panel } from '../../_ui/panel.tsx'

const places = {
  brand: { path: 'brand', action: 'brand.view', section: 'brand' },
  policy: { path: 'policy', action: 'policy.view', section: 'flow' },
  visit: { path: 'links', action: 'links.view', section: 'links' },
  team: { path: 'team', action: 'team.view', section: 'team' },
} as const satisfies Record<FirstStep, { path: string; action: StaffAction; section: string }>

type Props = { readonly desk: Desk; readonly done: ReadonlySet<FirstStep>; readonly t: Translate }

const Place = ({ desk, step, t }: Omit<Props, 'done'> & { readonly step: FirstStep }) => {
  const { path, action, section } = places[step]
  const name = t(`console.sections.${section}`)
  return mayAtDesk(desk, action) ? (
    <a className="inline-flex min-h-6 items-center font-semibold" href={consolePath(desk.tenant.slug, path)}>
      {name}
    </a>
  ) : (
    <span className="font-semibold">{name}</span>
  )
}

/** The way from an empty console to the first customer: each step with the page where it is done. */
export const FirstSteps = ({ desk, done, t }: Props) => (
  <Panel lead={t('console.overview.firstLead')} title={t('console.overview.firstTitle')}>
    <ol className="divide-y divide-line text-small">
      {firstSteps.map((step) => (
        <li className="flex items-start justify-between gap-4 py-3" key={step}>
          <div className="min-w-0">
            <Place desk={desk} step={step} t={t} />
            <p className="text-muted">{t(`console.overview.first.${step}`)}</p>
          </div>
          <Mark tone={done.has(step) ? 'good' : 'plain'}>
            {t(done.has(step) ? 'console.overview.done' : 'console.overview.open')}
          </Mark>
        </li>
      ))}
    </ol>
  </Panel>
)
