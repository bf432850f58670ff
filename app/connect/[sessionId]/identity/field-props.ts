import type { IdentityField } from '#lib/flow/identity-view.ts'
import type { Frame } from '#lib/flow/view.ts'
import type { Translate } from '#lib/kit/i18n.ts'

/** What the controls of one field are made from. */
export type FieldProps = { readonly frame: Frame; readonly field: IdentityField; readonly t: Translate }

/** What the field is called; what may be left out says so, and nothing else is marked (P1). */
export const labelOf = ({ name, isRequired }: IdentityField, t: Translate): string =>
  isRequired ? t(`identity.${name}`) : `${t(`identity.${name}`)} (${t('frame.optional')})`
