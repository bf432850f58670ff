import type { Translate } from '#lib/kit/i18n.ts'
import type { Outcome } from '#lib/kit/outcome.ts'

/** `result`: how many entries there are, or the first that is missing or changed. */
export const VerifyNote = ({ result, t }: { result: Outcome<number, number>; t: Translate }) => (
  <p
    className={`rounded-panel border p-5 ${result.ok ? 'border-line bg-surface' : 'border-danger bg-danger-surface text-danger'}`}
    role="status"
  >
    {result.ok
      ? t('console.audit.whole', { count: result.value })
      : t('console.audit.broken', { sequence: result.reason })}
  </p>
)
