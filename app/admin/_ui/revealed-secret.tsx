import type { Translate } from '#lib/kit/i18n.ts'
import { CopyButton } from './copy-button.tsx'

type Props = { readonly secret: string; readonly title: string; readonly t: Translate }

/** A secret that is shown this once. */
export const RevealedSecret = ({ secret, title, t }: Props) => (
  <section
    className="mb-6 rounded-panel border-2 border-notice bg-notice-surface p-5"
    data-focus="first"
    role="status"
    tabIndex={-1}
  >
    <h2 className="text-h2 font-semibold">{title}</h2>
    <p className="mt-1 text-small">{t('console.secret.once')}</p>
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <code className="rounded-brand border border-line bg-surface px-3 py-2 text-small" id="secret">
        {secret}
      </code>
      <CopyButton t={t} text={secret} />
    </div>
  </section>
)
