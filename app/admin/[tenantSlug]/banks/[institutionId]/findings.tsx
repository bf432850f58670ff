import { type Finding, findingText } from '#lib/connectors/finding.ts'
import type { Translate } from '#lib/kit/i18n.ts'

/** What a bank made of the settings, line by line. */
export const Findings = ({
  findings,
  t,
}: {
  readonly findings: readonly Finding[]
  readonly t: Translate
}) => {
  const wrong = findings.filter(({ isGood }) => !isGood).length
  return (
    <section
      className="mb-6 rounded-panel border-2 border-notice bg-notice-surface p-5"
      data-focus="first"
      role="status"
      tabIndex={-1}
    >
      <h2 className="text-h2 font-semibold">
        {wrong === 0 ? t('console.banks.allGood') : t('console.banks.wrong', { count: wrong })}
      </h2>
      <ul className="mt-3 grid gap-1 text-small">
        {findings.map((finding) => (
          <li
            className={`wrap-anywhere ${finding.isGood ? '' : 'font-semibold text-danger'}`}
            key={findingText(finding, t)}
          >
            {finding.isGood ? '✓' : '✗'} {findingText(finding, t)}
          </li>
        ))}
      </ul>
    </section>
  )
}
