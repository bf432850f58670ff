import type { Translate } from '#lib/kit/i18n.ts'
import { CopyButton } from './copy-button.tsx'

/** An address to pass on, whole, so that it can be selected; a button copies it where scripts are on. */
export const AddressToCopy = ({ url, t }: { readonly url: string; readonly t: Translate }) => (
  <div className="flex flex-wrap items-center gap-3">
    <code className="min-w-0 rounded-brand border border-line bg-raised px-3 py-2 text-small break-all">
      {url}
    </code>
    <CopyButton t={t} text={url} />
  </div>
)
