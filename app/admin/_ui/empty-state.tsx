import type { ReactNode } from 'react'
import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { ButtonLink } from './button.tsx'
import { consolePath } from './navigation.ts'

type Props = { readonly title: string; readonly text: ReactNode; readonly children?: ReactNode }

/** Where there is nothing yet: what will stand here, and how it begins. */
export const EmptyState = ({ title, text, children }: Props) => (
  <div className="rounded-panel border border-dashed border-control bg-surface px-6 py-10 text-center">
    <h2 className="text-h2 font-semibold">{title}</h2>
    <p className="mx-auto mt-1 max-w-prose text-small text-muted">{text}</p>
    {children && <div className="mt-5 flex flex-wrap justify-center gap-3 empty:hidden">{children}</div>}
  </div>
)

/** Where people are invited, for whoever may go there: most that is still empty begins with a link. */
const ToLinks = ({ desk, t }: { readonly desk: Desk; readonly t: Translate }) =>
  mayAtDesk(desk, 'links.view') ? (
    <ButtonLink href={consolePath(desk.tenant.slug, 'links')} look="secondary">
      {t('console.sections.links')}
    </ButtonLink>
  ) : null

type NothingProps = {
  readonly list: 'connections' | 'visits'
  /** Somebody searched or chose; where `isMore`, the look ended before the list did. */
  readonly isNarrowed: boolean
  readonly isMore: boolean
  readonly desk: Desk
  readonly t: Translate
}

/** In the place of a list of which nothing is there, or nothing that was looked for. */
export const NothingListed = ({ list, isNarrowed, isMore, desk, t }: NothingProps) => (
  <EmptyState
    text={
      isMore
        ? t('console.list.lookedTo')
        : t(isNarrowed ? `console.${list}.noneFoundText` : `console.${list}.noneText`)
    }
    title={t(isNarrowed ? `console.${list}.noneFound` : `console.${list}.none`)}
  >
    {!isNarrowed && <ToLinks desk={desk} t={t} />}
  </EmptyState>
)
