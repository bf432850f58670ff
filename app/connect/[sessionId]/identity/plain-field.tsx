import { Field } from '../../../_ui/field.tsx'
import { errorOf, typedOr } from '../_ui/flash-texts.ts'
import { type FieldProps, labelOf } from './field-props.ts'

/** Keyboards and autofill of the fields that are one line (A8, P7). */
const controls = {
  fullName: { type: 'text', autoComplete: 'name', autoCapitalize: 'words', spellCheck: false },
  email: { type: 'email', autoComplete: 'email', inputMode: 'email', spellCheck: false },
  phone: { type: 'tel', autoComplete: 'tel', inputMode: 'tel', spellCheck: false },
  reference: { type: 'text', autoComplete: 'off', autoCapitalize: 'off', spellCheck: false },
} as const

const isPlain = (name: string): name is keyof typeof controls => name in controls

export const PlainField = ({ frame, field, t }: FieldProps) => {
  const { name, values } = field
  if (!isPlain(name)) return null
  return (
    <Field
      defaultValue={typedOr(frame, name, values[name] ?? '')}
      error={errorOf(frame, name, t)}
      errorPrefix={t('frame.error')}
      hint={t(`identity.${name}Hint`, { tenant: frame.brand.tenantName })}
      label={labelOf(field, t)}
      name={name}
      {...controls[name]}
    />
  )
}
