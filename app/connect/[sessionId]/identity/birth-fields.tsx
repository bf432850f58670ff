import { FieldErrorText, fieldId } from '../../../_ui/field.tsx'
import { errorOf, typedOr } from '../_ui/flash-texts.ts'
import { type FieldProps, labelOf } from './field-props.ts'

const parts = [
  { part: 'day', autoComplete: 'bday-day', width: 'w-18', inputMode: 'numeric' },
  // A month may be typed as a word: the keyboard of a phone must have letters.
  { part: 'month', autoComplete: 'bday-month', width: 'w-28', inputMode: 'text' },
  { part: 'year', autoComplete: 'bday-year', width: 'w-24', inputMode: 'numeric' },
] as const

/** Three fields, for nobody finds 1957 in a calendar; typed in any order of thought, read as day, month, year. */
export const BirthFields = ({ frame, field, t }: FieldProps) => {
  const errors = parts.map(({ part }) => errorOf(frame, `dateOfBirth-${part}`, t))
  const error = errors.find((text) => text !== undefined)
  return (
    <fieldset aria-describedby={error ? 'birth-hint birth-error' : 'birth-hint'} className="mt-6 min-w-0">
      <legend className="font-semibold">{labelOf(field, t)}</legend>
      <p className="text-small text-muted" id="birth-hint">
        {t('identity.dateOfBirthHint')}
      </p>
      <div className="mt-2 flex flex-wrap gap-4">
        {parts.map(({ part, autoComplete, width, inputMode }, index) => {
          const name = `dateOfBirth-${part}`
          return (
            <label className="block text-small" htmlFor={fieldId(name)} key={part}>
              {t(`identity.birth.${part}`)}
              <input
                aria-describedby={errors[index] ? 'birth-error' : undefined}
                aria-invalid={errors[index] ? true : undefined}
                autoComplete={autoComplete}
                className={`mt-1 block min-h-13 ${width} rounded-brand bg-surface px-4 text-body text-ink ${errors[index] ? 'border-2 border-danger' : 'border border-control'}`}
                defaultValue={typedOr(frame, name, field.values[name] ?? '')}
                id={fieldId(name)}
                inputMode={inputMode}
                name={name}
                type="text"
              />
            </label>
          )
        })}
      </div>
      {error && <FieldErrorText id="birth-error" prefix={t('frame.error')} text={error} />}
    </fieldset>
  )
}
