import type { Translate } from '#lib/kit/i18n.ts'

/** Puts a text on the clipboard; shown where scripts are on. */
export const CopyButton = ({ text, t }: { readonly text: string; readonly t: Translate }) => (
  <button
    aria-live="polite"
    className="min-h-11 rounded-brand border border-control bg-surface px-4 text-small font-semibold hover:bg-raised"
    data-copied={t('console.links.copied')}
    data-copy={text}
    data-not-copied={t('console.links.notCopied')}
    hidden
    type="button"
  >
    {t('console.links.copy')}
  </button>
)
