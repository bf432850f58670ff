import type { ReactNode } from 'react'
import { describedBy, FieldErrorText, fieldId } from '../../_ui/field.tsx'
import { controlLook, FieldFrame } from '../_ui/field.tsx'

export type ChoiceGroup = { readonly label: string; readonly choices: readonly Choice[] }
export type Choice = { readonly value: string; readonly label: string }

type Props = {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly errorPrefix: string
}

const Framed = ({ children, ...around }: Props & { children: ReactNode }) => (
  <FieldFrame {...around}>
    <div className="mt-1.5">{children}</div>
  </FieldFrame>
)

const told = ({ name, hint, error }: Props) => ({
  'aria-describedby': describedBy(fieldId(name), hint, error),
  'aria-invalid': error ? true : undefined,
  id: fieldId(name),
  name,
})

/** One of a few. */
export const Select = ({
  choices,
  value,
  ...props
}: Props & { choices: readonly Choice[]; value: string }) => (
  <Framed {...props}>
    <select className={controlLook(props.error)} defaultValue={value} {...told(props)}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </Framed>
)

/** Several lines, or a longer text. */
export const TextArea = ({
  value,
  rows = 2,
  lang,
  ...props
}: Props & { value: string; rows?: number; lang?: string }) => (
  <Framed {...props}>
    <textarea
      className={`${rows === 2 ? 'field-sizing-content min-h-18' : ''} py-2 ${controlLook(props.error)}`}
      defaultValue={value}
      lang={lang}
      rows={rows}
      {...told(props)}
    />
  </Framed>
)

type Several = Omit<Props, 'hint'> & {
  readonly hint?: ReactNode
  readonly choices: readonly Choice[]
  readonly values: readonly string[]
}

/** Any of a few. */
export const Checks = ({ name, label, hint, error, errorPrefix, choices, values }: Several) => (
  <fieldset aria-describedby={describedBy(fieldId(name), hint, error)} id={fieldId(name)} tabIndex={-1}>
    <legend className="text-small font-semibold">{label}</legend>
    {hint && (
      <p className="text-small text-muted" id={`${fieldId(name)}-hint`}>
        {hint}
      </p>
    )}
    <div className="mt-1 flex flex-wrap gap-x-6">
      {choices.map(({ value, label: text }) => (
        <label className="flex min-h-11 items-center gap-2 text-small" key={value}>
          <input defaultChecked={values.includes(value)} name={name} type="checkbox" value={value} />
          {text}
        </label>
      ))}
    </div>
    {error && <FieldErrorText id={`${fieldId(name)}-error`} prefix={errorPrefix} text={error} />}
  </fieldset>
)
