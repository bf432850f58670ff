import { type Desk, mayAtDesk } from '#lib/console/desk.ts'
import { formatInstant, type Language, type Translate } from '#lib/kit/i18n.ts'
import type { DraftKind } from '#lib/tenants/draft.ts'
import { Button } from '../_ui/button.tsx'
import { consolePath } from '../_ui/navigation.ts'

export type StoredLink = { readonly id: string; readonly expiresAt: Date }

type Props = {
  readonly desk: Desk
  readonly kind: DraftKind
  readonly links: readonly StoredLink[]
  readonly language: Language
  readonly t: Translate
}

/** For those without a place in the console: a day’s look at what is being prepared. */
export const PreviewLinks = ({ desk, kind, links, language, t }: Props) =>
  mayAtDesk(desk, `${kind}.edit`) ? (
    <section className="rounded-panel border border-line bg-surface p-5">
      <h2 className="text-h2 font-semibold">{t('console.preview.shareTitle')}</h2>
      <p className="mt-1 mb-3 text-small text-muted">{t('console.preview.shareText')}</p>
      <form action={consolePath(desk.tenant.slug, kind, 'share')} method="post">
        <Button look="secondary">{t('console.preview.share')}</Button>
      </form>
      {links.length > 0 && (
        <form action={consolePath(desk.tenant.slug, kind, 'unshare')} className="mt-4" method="post">
          <ul className="text-small">
            {links.map(({ id, expiresAt }) => (
              <li key={id}>{t('console.preview.sharedUntil', { at: formatInstant(language, expiresAt) })}</li>
            ))}
          </ul>
          <p className="mt-2">
            <Button look="danger">{t('console.preview.unshare')}</Button>
          </p>
        </form>
      )}
    </section>
  ) : null
