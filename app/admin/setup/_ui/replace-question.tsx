import type { Translate } from '#lib/kit/i18n.ts'

type Props = { readonly isMissed: boolean; readonly t: Translate }

/** Asked where what works now would be replaced. */
export const ReplaceQuestion = ({ isMissed, t }: Props) => (
  <fieldset aria-describedby="replace-hint">
    <legend className="text-small font-semibold">{t('console.setup.replaceTitle')}</legend>
    {isMissed && (
      <p
        className="text-small font-semibold text-danger"
        data-focus="first"
        id="replace-error"
        role="alert"
        tabIndex={-1}
      >
        {t('console.signOn.flaws.replaces')}
      </p>
    )}
    <label className="flex min-h-11 items-center gap-3 text-small">
      <input
        aria-describedby={isMissed ? 'replace-error' : undefined}
        aria-invalid={isMissed ? true : undefined}
        name="mayReplace"
        type="checkbox"
        value="yes"
      />
      {t('console.setup.replace')}
    </label>
    <p className="max-w-prose text-small text-muted" id="replace-hint">
      {t('console.setup.replaceHint')}
    </p>
  </fieldset>
)
