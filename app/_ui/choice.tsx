import type { ReactNode } from 'react'
import { FieldErrorText, fieldId } from './field.tsx'

type ChoiceProps = {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly value: string
  readonly isChosen?: boolean
  readonly hintId?: string
  readonly children: ReactNode
}

/** A radio button or box with a whole row as its target (A4). The browser draws the control, so every mode works. */
export const Choice = ({ type, id, name, value, isChosen, hintId, children }: ChoiceProps) => (
  <label
    className="flex min-h-14 cursor-pointer items-center gap-4 rounded-brand border border-control bg-surface px-4 py-3 motion-safe:transition-colors hover:bg-raised has-checked:border-primary has-checked:bg-raised has-checked:ring-1 has-checked:ring-primary"
    htmlFor={id}
  >
    <input
      aria-describedby={hintId}
      defaultChecked={isChosen}
      id={id}
      name={name}
      type={type}
      value={value}
    />
    <span className="min-w-0 flex-1">{children}</span>
  </label>
)

type GroupProps = {
  readonly name: string
  readonly legend: ReactNode
  readonly lang?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly errorPrefix: string
  readonly children: ReactNode
  readonly isGrid?: boolean
}

/** Several choices under one question. */
export const ChoiceGroup = ({
  name,
  legend,
  lang,
  hint,
  error,
  errorPrefix,
  children,
  isGrid,
}: GroupProps) => (
  <fieldset aria-describedby={error ? `${fieldId(name)}-error` : undefined} className="mt-6 min-w-0">
    <legend className="font-semibold" lang={lang}>
      {legend}
    </legend>
    {hint && <p className="text-small text-muted">{hint}</p>}
    {error && <FieldErrorText id={`${fieldId(name)}-error`} prefix={errorPrefix} text={error} />}
    <div className={isGrid ? 'mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3' : 'mt-3 grid gap-3'}>
      {children}
    </div>
  </fieldset>
)

/** The id of the nth control of a group: the first has the field's own, to which an error summary links. */
export const choiceId = (name: string, index: number): string =>
  index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`
