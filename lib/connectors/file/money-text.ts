const spaces = /[\s\u00a0\u202f]/g
const symbols = /(cad|usd|ca\$|us\$|\$)/gi
const longest = 24

type Signed = { readonly isNegative: boolean; readonly digits: string }

/** `(12.00)`, `-12.00`, `12.00-`, `12.00 DR`: the ways in which banks write what went out. */
const signOf = (text: string): Signed => {
  const bare = text.replace(spaces, '').replace(symbols, '').replace(/[−–]/g, '-')
  const found = bare.match(/^(\(|-|\+)?(.*?)(\)|-|DR|CR)?$/i)
  const [, before = '', digits = '', after = ''] = found ?? []
  const isNegative = before === '(' || before === '-' || after === '-' || after.toUpperCase() === 'DR'
  return { isNegative, digits }
}

const plain = (whole: string, cents: string, isNegative: boolean): string => {
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}.${cents.padEnd(2, '0')}`
  return isNegative && /[1-9]/.test(digits) ? `-${digits}` : digits
}

const isGrouped = (whole: string): boolean => /^(\d+|\d{1,3}([.,'’]\d{3})+)$/.test(whole)

/** Money as a person reads it, `1 234,56 $` or `(1,234.56)`, as `-1234.56`; null where it is none. Never a float. */
export const moneyOf = (text: string): string | null => {
  if (text.length > longest) return null
  const { isNegative, digits } = signOf(text)
  const [, whole = '', cents = ''] = digits.match(/^([\d.,'’]*?)(?:[.,](\d{1,2}))?$/) ?? []
  if (!isGrouped(whole === '' && cents !== '' ? '0' : whole)) return null
  return plain(whole.replace(/\D/g, ''), cents, isNegative)
}

/** Money as a program writes it: the one point or comma is the decimal one, whatever stands behind it. */
export const exactMoneyOf = (text: string): string | null => {
  const found = text.length > longest ? null : text.trim().match(/^([+-]?)(\d*)(?:[.,](\d{1,2})0*)?$/)
  const [, sign, whole = '', cents = ''] = found ?? []
  return found && whole + cents !== '' ? plain(whole, cents, sign === '-') : null
}
