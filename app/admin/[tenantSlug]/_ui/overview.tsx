import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { DraftToApprove } from '#lib/console/find-drafts-to-approve.ts'
import type { FirstStep } from '#lib/console/first-steps.ts'
import { formatInstant, type Language, type Translate } from '#lib/kit/i18n.ts'
import { studioKinds } from '../../_studio/studio-kinds.tsx'
import { consolePath, sections } from '../../_ui/navigation.ts'
import { FirstSteps } from './first-steps.tsx'

const [, ...others] = sections

export type OverviewProps = {
  readonly desk: Desk
  readonly language: Language
  readonly t: Translate
  readonly waiting: readonly DraftToApprove[]
  /** Members by the name under which the audit log knows them. */
  readonly authors: ReadonlyMap<string, string>
  /** Those that are done; null where nobody needs to be told any more. */
  readonly firstSteps: ReadonlySet<FirstStep> | null
  /** Hosts that are served, and whose records are gone. */
  readonly lostHosts: readonly string[]
}

/** Drafts that nobody publishes before this member has looked, each with the way to it (O6). */
const Waiting = ({ desk, language, t, waiting, authors }: OverviewProps) => (
  <section
    aria-labelledby="waiting-title"
    className="mt-6 rounded-panel border border-line bg-raised p-5"
    data-part="waiting"
  >
    <h2 className="text-h2 font-semibold" id="waiting-title">
      {t('console.overview.waitingTitle')}
    </h2>
    <ul className="mt-2 grid gap-2">
      {waiting.map(({ kind, asked }) => (
        <li className="text-small" key={kind}>
          <a
            className="inline-flex min-h-11 items-center font-semibold"
            href={consolePath(desk.tenant.slug, kind)}
          >
            {t(`console.sections.${studioKinds[kind].place}`)}
          </a>
          <span className="block text-muted">
            {t('console.overview.waiting', {
              at: formatInstant(language, asked.at),
              who: authors.get(asked.by) ?? t('console.studio.somebody'),
            })}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

/** Before a host is let go, whoever may mend it is told where they arrive. */
const LostHosts = ({ desk, lostHosts, t }: OverviewProps) => (
  <ul className="mt-6 grid gap-2" data-part="lost-hosts">
    {lostHosts.map((host) => (
      <li className="rounded-panel border border-notice bg-notice-surface p-5 text-notice" key={host}>
        {t('console.domain.notice', { host })}{' '}
        <a className="font-semibold" href={consolePath(desk.tenant.slug, 'domain')}>
          {t('console.domain.noticeLink')}
        </a>
      </li>
    ))}
  </ul>
)

/** What this member can do here, each with a sentence that says what it is for; first what waits for them. */
export const Overview = (props: OverviewProps) => {
  const { desk, t, waiting, lostHosts, firstSteps } = props
  return (
    <>
      <p className="max-w-prose">
        {t('console.overview.lead', { role: t(`console.roles.${desk.role}.name`) })}
      </p>
      {lostHosts.length > 0 && <LostHosts {...props} />}
      {waiting.length > 0 && <Waiting {...props} />}
      {firstSteps && <FirstSteps desk={desk} done={firstSteps} t={t} />}
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
}
