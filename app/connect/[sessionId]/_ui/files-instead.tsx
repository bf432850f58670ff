import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { QuietButton } from '../../../_ui/button.tsx'
import { submitPath } from './paths.ts'

type Props = { readonly frame: Frame; readonly institutionId: number; readonly t: Translate }

/** The way for whom no sign-in will do: files that the bank lets them download. */
export const FilesInstead = ({ frame, institutionId, t }: Props) => (
  <form action={submitPath(frame, 'institution')} method="post">
    <QuietButton name="byFiles" value={String(institutionId)}>
      {t('files.instead')}
    </QuietButton>
  </form>
)
