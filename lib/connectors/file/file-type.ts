export type FileType = 'pdf' | 'ofx' | 'csv'

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text

/** UTF-16 with its mark, UTF-8, or what Windows writes: whichever the bytes can be. */
export const textOf = (bytes: Uint8Array): string => {
  if (startsWith(bytes, '\xff\xfe')) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, '\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Signs that no text has: a picture, an archive, a program. */
const isBinary = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text.slice(0, 4_096))

const isMarkup = (text: string): boolean => /^\s*(<!doctype|<html|<\?xml|\{|\[|<)/i.test(text)

/** What a file is by what is in it, whatever its name says; null for what we cannot read. */
export const typeOf = (bytes: Uint8Array): FileType | null => {
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  const text = textOf(bytes)
  const start = text.slice(0, 4_096)
  if (isBinary(text)) return null
  if (/<OFX[\s>]/i.test(start)) return 'ofx'
  return isMarkup(start) || !/[,;\t]/.test(start) ? null : 'csv'
}

/** A PDF says at its end that it ends: one that was cut off in between is no paper. */
export const isWholePdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(-2_048)).toString('latin1').includes('%%EOF')
