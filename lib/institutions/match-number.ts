/**
 * The institution numbers that digits may mean. On a cheque stand transit and institution (`12345-003`); in a
 * payment file a zero, institution and transit (`000312345`); a US routing number is nine digits.
 */
export const numbersMeant = (query: string): readonly string[] => {
  if (!/^[\d\s-]+$/.test(query)) return []
  const digits = query.replace(/\D/g, '')
  if (digits.length === 0) return []
  if (digits.length <= 3) return [digits.padStart(3, '0')]
  if (digits.length === 4) return digits.startsWith('0') ? [digits.slice(1)] : []
  if (digits.length === 8) return [digits.slice(5), digits.slice(0, 3)]
  return digits.length === 9 ? [digits, ...(digits.startsWith('0') ? [digits.slice(1, 4)] : [])] : []
}
