import type { ConsentScopeText } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'

type RowProps = { readonly scope: ConsentScopeText; readonly t: Translate }

const Fact = ({ name, text }: { name: string; text: string }) => (
  <div className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
    <dt className="font-semibold">{name}</dt>
    <dd className="min-w-0">{text}</dd>
  </div>
)

/** The single things, one tap away and no script needed (UK3). */
const Permissions = ({ scope, t }: RowProps) => (
  <details className="mt-1 text-small">
    <summary className="inline-flex min-h-11 items-center text-link underline decoration-1 underline-offset-4 hover:decoration-2">
      {t('consent.details')}
      <span className="sr-only"> ({scope.title})</span>
    </summary>
    <ul className="mb-2 grid list-disc gap-0.5 ps-5">
      {scope.permissions.map((permission) => (
        <li key={permission}>{permission}</li>
      ))}
    </ul>
  </details>
)

/** Named, so that nobody wonders where it went, and out of reach (UK1). */
const NotGiven = ({ scope }: RowProps) => (
  <>
    <p className="font-semibold text-muted">{scope.title}</p>
    <p className="mt-1 text-small">{scope.notGiven}</p>
  </>
)

/** Locked, with the reason why (CA5, O1). */
export const RequiredScope = ({ scope, t }: RowProps) => (
  <li className="pt-4 pb-3" data-scope={scope.scope}>
    {scope.notGiven ? (
      <NotGiven scope={scope} t={t} />
    ) : (
      <>
        <h3 className="font-semibold">{scope.title}</h3>
        <p className="text-small text-muted">{scope.description}</p>
        <dl className="mt-2 grid gap-1.5 text-small">
          <Fact name={t('consent.purpose')} text={scope.purpose} />
          {scope.requiredReason && <Fact name={t('consent.why')} text={scope.requiredReason} />}
          {scope.keptText && <Fact name={t('consent.keptTitle')} text={scope.keptText} />}
        </dl>
        <Permissions scope={scope} t={t} />
      </>
    )}
  </li>
)

/** Both are in the page and one is shown, by the state of the switch alone: a status, so that a change is said (O1). */
const Consequence = ({ scope, t }: RowProps) => (
  <p className="mt-2 text-small" role="status">
    <span className="said-off">
      <span className="font-semibold">{t('consent.without')}</span>
      <span className="text-muted"> · </span>
      {scope.withoutIt}
    </span>{' '}
    <span className="said-on">
      <span className="font-semibold">{t('consent.on')}</span>
      <span className="text-muted"> · </span>
      {scope.withIt}
    </span>
  </p>
)

const Switch = ({ scope, t, isChosen }: RowProps & { isChosen: boolean }) => {
  const id = `scope-${scope.scope}`
  return (
    <>
      <label className="flex min-h-11 items-center justify-between gap-4" htmlFor={id}>
        <span className="min-w-0 font-semibold">{scope.title}</span>
        <input
          aria-describedby={`${id}-hint`}
          defaultChecked={isChosen}
          id={id}
          name="scope"
          className="switch"
          type="checkbox"
          value={scope.scope}
        />
      </label>
      <div id={`${id}-hint`}>
        <p className="text-small text-muted">{scope.description}</p>
        <dl className="mt-2 grid gap-1.5 text-small">
          <Fact name={t('consent.purpose')} text={scope.purpose} />
          {scope.keptText && <Fact name={t('consent.keptTitle')} text={scope.keptText} />}
        </dl>
        <Consequence scope={scope} t={t} />
      </div>
      <Permissions scope={scope} t={t} />
    </>
  )
}

/** Off until switched on (QC1). */
export const OptionalScope = (props: RowProps & { isChosen: boolean }) => (
  <div
    className="scope rounded-panel border border-control px-5 pt-3 pb-2 has-checked:border-primary has-checked:ring-1 has-checked:ring-primary"
    data-scope={props.scope.scope}
  >
    {props.scope.notGiven ? <NotGiven {...props} /> : <Switch {...props} />}
  </div>
)
