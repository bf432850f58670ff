import { FieldErrorText, fieldId } from '../../_ui/field.tsx'

type Props = {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly choices: readonly { readonly value: string; readonly label: string; readonly words?: string }[]
  readonly chosen: readonly string[]
  readonly error?: string | undefined
  readonly errorPrefix?: string
}

/** Several of a list. */
export const CheckGroup = ({ name, legend, hint, choices, chosen, error, errorPrefix = '' }: Props) => (
  <fieldset id={fieldId(name)}>
    <legend className="text-small font-semibold">{legend}</legend>
    {hint && <p className="text-small text-muted">{hint}</p>}
    {error && <FieldErrorText id={`${fieldId(name)}-error`} prefix={errorPrefix} text={error} />}
    <div className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {choices.map(({ value, label, words }, index) => (
        <label className="flex min-h-11 items-center gap-3 text-small" key={value}>
          <input
            aria-describedby={error && index === 0 ? `${fieldId(name)}-error` : undefined}
            // What is wrong is told where it is mended: the first answer that was refused has the focus.
            aria-invalid={error && index === 0 ? true : undefined}
            defaultChecked={chosen.includes(value)}
            name={name}
            type="checkbox"
            value={value}
          />
          <span>
            {words && <span className="block">{words}</span>}
            <span className={words && 'break-all text-muted'}>{label}</span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)
