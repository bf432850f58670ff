import type { Translate } from '#lib/kit/i18n.ts'

/** An address to pass on, whole, so that it can be selected; a button copies it where scripts are on. */
export const AddressToCopy = ({ url, t }: { readonly url: string; readonly t: Translate }) => (
  <div className="flex flex-wrap items-center gap-3">
    <code className="min-w-0 rounded-brand border border-line bg-raised px-3 py-2 text-small break-all">
      {url}
    </code>
    <button
      aria-live="polite"
      className="min-h-11 rounded-brand border border-control bg-surface px-4 text-small font-semibold hover:bg-raised"
      data-copied={t('console.links.copied')}
      data-copy={url}
      hidden
      type="button"
    >
      {t('console.links.copy')}
    </button>
  </div>
)
