import { fieldId } from '../../../_ui/field.tsx'

type Props = {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: string
}

/** A place to paste code into, as long as it may be. */
export const PasteField = ({ name, label, hint, value }: Props) => {
  const id = fieldId(name)
  return (
    <div className="mt-6">
      <label className="block font-semibold" htmlFor={id}>
        {label}
      </label>
      <p className="text-small text-muted" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        aria-describedby={`${id}-hint`}
        autoCapitalize="none"
        autoComplete="off"
        className="mt-1.5 block min-h-24 w-full rounded-brand border border-control bg-surface px-4 py-3 font-mono text-small text-ink"
        defaultValue={value}
        id={id}
        name={name}
        rows={3}
        spellCheck={false}
      />
    </div>
  )
}
