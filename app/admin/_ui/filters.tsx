import type { ReactNode } from 'react'
import { fieldId } from '../../_ui/field.tsx'
import { Button } from './button.tsx'
import { controlLook } from './field.tsx'

type Choice = { readonly value: string; readonly label: string }

type SelectProps = {
  readonly name: string
  /** Where two forms of a page ask the same. */
  readonly id?: string
  readonly label: string
  readonly value: string | number | undefined
  readonly choices: readonly Choice[]
  /** What is shown where nothing is chosen; left out where something always is. */
  readonly any?: string
  /** Its choices are long. */
  readonly isWide?: boolean
}

/** One choice of a list, in the browser's own control. */
export const Select = ({
  name,
  id = fieldId(name),
  label,
  value,
  choices,
  any,
  isWide = false,
}: SelectProps) => (
  <div className={isWide ? 'col-span-full min-w-0 sm:col-span-2' : 'min-w-0'}>
    <label className="block text-small font-semibold" htmlFor={id}>
      {label}
    </label>
    <select
      className={`mt-1.5 ${controlLook(undefined)}`}
      defaultValue={value === undefined ? '' : String(value)}
      id={id}
      name={name}
    >
      {any !== undefined && <option value="">{any}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </div>
)

type Props = {
  readonly label: string
  readonly action: string
  readonly apply: string
  readonly children: ReactNode
  /** The way back to everything, where something is filtered. */
  readonly clear?: { readonly label: string; readonly href: string } | undefined
}

/** Filters of a list stand in its address, so that what one looks at can be sent to a colleague. */
export const FilterBar = ({ label, action, apply, clear, children }: Props) => (
  <search>
    <form action={action} aria-label={label} className="mb-5 rounded-panel border border-line bg-surface p-4">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8rem,100%),1fr))] items-end gap-4 max-sm:[&>:has(input)]:col-span-full sm:grid-cols-2 sm:[&>:has(input[type=search])]:col-span-2 xl:grid-cols-4">
        {children}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button look="secondary">{apply}</Button>
        {clear && (
          <a className="inline-flex min-h-11 items-center text-small" href={clear.href}>
            {clear.label}
          </a>
        )}
      </div>
    </form>
  </search>
)
