import type { InputHTMLAttributes, ReactNode } from 'react'
import { describedBy, FieldErrorText, fieldId } from '../../_ui/field.tsx'

type Props = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'type'
  | 'autoComplete'
  | 'inputMode'
  | 'defaultValue'
  | 'maxLength'
  | 'placeholder'
  | 'spellCheck'
  | 'min'
  | 'max'
> & {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  /** Words of what is wrong, and what those who do not see the colour hear before. */
  readonly error?: string | undefined
  readonly errorPrefix?: string
}

export const controlLook = (error: string | undefined): string =>
  `min-h-11 w-full min-w-0 rounded-brand border bg-surface px-3 text-ellipsis text-body text-ink ${error ? 'border-danger' : 'border-control'}`

type Around = {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly errorPrefix: string
}

/** What stands around the control of one question: label and hint before it, its error behind. */
export const FieldFrame = ({
  name,
  label,
  hint,
  error,
  errorPrefix,
  children,
}: Around & { children: ReactNode }) => {
  const id = fieldId(name)
  return (
    <div>
      <div>
        <label className="block text-small font-semibold" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <p className="text-small text-muted" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div>
        {children}
        {error && <FieldErrorText id={`${id}-error`} prefix={errorPrefix} text={error} />}
      </div>
    </div>
  )
}

/** One question: label, hint, control, error. */
export const Field = (props: Props) => {
  const { name, label, hint, error, errorPrefix = '', isRequired, isReadOnly, ...control } = props
  const id = fieldId(name)
  return (
    <FieldFrame error={error} errorPrefix={errorPrefix} hint={hint} label={label} name={name}>
      <input
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={`mt-1.5 ${controlLook(error)}`}
        id={id}
        name={name}
        readOnly={isReadOnly}
        required={isRequired}
        {...control}
      />
    </FieldFrame>
  )
}
