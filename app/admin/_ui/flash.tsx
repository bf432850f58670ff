import type { Translate } from '#lib/kit/i18n.ts'
import type { FlashKey, Told } from '#lib/web/staff/flash-cookie.ts'
import { Button, ButtonLink } from './button.tsx'
import { consolePath, type SectionKey } from './navigation.ts'

/** What can be taken back, with the door below the tenant's console that does it. */
const ways: Partial<Record<FlashKey, readonly string[]>> = {
  brand_discarded: ['brand', 'bring-back'],
  policy_discarded: ['policy', 'bring-back'],
  link_revoked: ['links', 'bring-back'],
  removed: ['team', 'put-back'],
}

/** What comes next, where somebody is on their way to a portal that is open. */
const nexts: Partial<Record<FlashKey, { readonly section: SectionKey; readonly path: string }>> = {
  brand_published_alone: { section: 'flow', path: 'policy' },
  policy_published_alone: { section: 'brand', path: 'brand' },
  portal_opened: { section: 'links', path: 'links' },
}

type Props = { readonly told: Told; readonly t: Translate; readonly slug?: string }

const Undo = ({ told: { key, subject }, slug, t }: Props) => {
  const way = ways[key]
  return way && slug && subject ? (
    <form action={consolePath(slug, ...way)} method="post">
      <input name="subject" type="hidden" value={subject} />
      <Button look="secondary">{t('console.undo')}</Button>
    </form>
  ) : null
}

const Next = ({ told: { key }, slug, t }: Props) => {
  const next = nexts[key]
  return next && slug ? (
    <ButtonLink href={consolePath(slug, next.path)}>{t(`console.sections.${next.section}`)}</ButtonLink>
  ) : null
}

/** What the last form did, told once, and the way back where there is one. A page that arrives whole is not read out by itself: it has the focus. */
export const Flash = (props: Props) => (
  <div className="mb-5 flex flex-wrap items-center justify-between gap-3 rounded-brand border border-line bg-raised px-4 py-3 text-small font-semibold">
    <p data-focus="first" role="status" tabIndex={-1}>
      {props.t(`console.flash.${props.told.key}`)}
    </p>
    <Undo {...props} />
    <Next {...props} />
  </div>
)
