import type { InputHTMLAttributes, ReactNode } from 'react'
import { AlertIcon } from './icons.tsx'

/** The id of a field's control, by its name: error summaries link to it. Safe for any name a bank may think up. */
export const fieldId = (name: string): string =>
  `f-${name.replace(/[^a-zA-Z0-9-]/g, (letter) => `_${letter.codePointAt(0)?.toString(16)}`)}`

/** The words of an error at its place; the prefix is for those who do not see the colour. */
export const FieldErrorText = ({ id, prefix, text }: { id: string; prefix: string; text: string }) => (
  <p className="mt-1.5 flex gap-2 text-small font-semibold text-danger" id={id}>
    <AlertIcon />
    <span>
      <span className="sr-only">{prefix} </span>
      {text}
    </span>
  </p>
)

type Props = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'type'
  | 'autoComplete'
  | 'inputMode'
  | 'autoCapitalize'
  | 'spellCheck'
  | 'defaultValue'
  | 'maxLength'
  | 'pattern'
> & {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly errorPrefix: string
  /** Beside the control, for example the button that reveals a password. */
  readonly aside?: ReactNode
  readonly look?: 'text' | 'code'
}

const looks = {
  text: '',
  code: 'max-w-60 font-mono text-2xl tracking-[0.3em]',
} as const

/** What a reader says of a control behind its name. */
export const describedBy = (id: string, hint: ReactNode, error: string | undefined): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined

type AroundProps = {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly errorPrefix: string
  readonly children: ReactNode
}

/** What stands around the control of one question: label and hint before it, its error behind. */
export const FieldAround = ({ name, label, hint, error, errorPrefix, children }: AroundProps) => {
  const id = fieldId(name)
  return (
    <div className="mt-6">
      <label className="block font-semibold" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="text-small text-muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && <FieldErrorText id={`${id}-error`} prefix={errorPrefix} text={error} />}
    </div>
  )
}

/** One question: label, hint, control, error (P1, P7, A8). Nothing here stops paste or a password manager (A1). */
export const Field = (props: Props) => {
  const { name, label, hint, error, errorPrefix, aside, look = 'text', ...control } = props
  const id = fieldId(name)
  const edge = error ? 'border-2 border-danger' : 'border border-control'
  return (
    <FieldAround {...{ name, label, hint, error, errorPrefix }}>
      <div className="mt-2 flex flex-wrap gap-2">
        <input
          aria-describedby={describedBy(id, hint, error)}
          aria-invalid={error ? true : undefined}
          className={`min-h-13 min-w-0 rounded-brand bg-surface px-4 text-body text-ink ${edge} ${aside ? 'flex-[1_1_8rem]' : 'w-full'} ${looks[look]}`}
          id={id}
          name={name}
          {...control}
        />
        {aside}
      </div>
    </FieldAround>
  )
}
