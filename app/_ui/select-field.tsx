import type { ReactNode } from 'react'
import { describedBy, FieldAround, fieldId } from './field.tsx'
import { DownIcon } from './icons.tsx'

export type OptionGroup = {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

type Props = {
  readonly name: string
  readonly label: ReactNode
  readonly autoComplete?: string
  readonly hint?: string
  readonly defaultValue: string
  /** The first choice, for nothing chosen yet. */
  readonly placeholder?: string
  readonly groups: readonly OptionGroup[]
  readonly error?: string | undefined
  readonly errorPrefix: string
}

const Options = ({ options }: Pick<OptionGroup, 'options'>) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

/** One of a long list that everybody knows. The browser draws it, so that a phone shows its own wheel. */
export const SelectField = (props: Props) => {
  const { name, label, hint, autoComplete, defaultValue, placeholder, groups, error, errorPrefix } = props
  const id = fieldId(name)
  const [only] = groups
  return (
    <FieldAround {...{ name, label, hint, error, errorPrefix }}>
      <span className="relative mt-2 block">
        <select
          aria-describedby={describedBy(id, hint, error)}
          aria-invalid={error ? true : undefined}
          autoComplete={autoComplete}
          className={`min-h-13 w-full min-w-0 appearance-none rounded-brand bg-surface ps-4 pe-11 text-body text-ink ${error ? 'border-2 border-danger' : 'border border-control'}`}
          defaultValue={defaultValue}
          id={id}
          name={name}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {groups.length === 1 && only ? (
            <Options options={only.options} />
          ) : (
            groups.map(({ label: group, options }) => (
              <optgroup key={group} label={group}>
                <Options options={options} />
              </optgroup>
            ))
          )}
        </select>
        <span className="pointer-events-none absolute inset-y-0 end-4 flex items-center text-muted">
          <DownIcon />
        </span>
      </span>
    </FieldAround>
  )
}
