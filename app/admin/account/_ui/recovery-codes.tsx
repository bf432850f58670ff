import type { Translate } from '#lib/kit/i18n.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { CopyButton } from '../../_ui/copy-button.tsx'

type Props = {
  readonly codes: readonly string[]
  readonly email: string
  readonly next: string
  readonly t: Translate
}

export const RecoveryCodes = ({ codes, email, next, t }: Props) => (
  <>
    <p className="no-print mt-3 text-small text-muted">{t('console.factor.paper.lead')}</p>
    <p className="mt-3 hidden text-small print:block">{t('console.factor.paper.printed', { email })}</p>
    <ul className="mt-5 mb-6 grid gap-2 font-mono text-small sm:grid-cols-2">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <div className="no-print flex flex-wrap gap-3">
      <ButtonLink href={next}>{t('console.factor.paper.kept')}</ButtonLink>
      <CopyButton t={t} text={codes.join('\n')} />
    </div>
  </>
)
