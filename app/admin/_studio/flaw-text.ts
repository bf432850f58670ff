import type { Translate } from '#lib/kit/i18n.ts'
import type { Flaw } from '#lib/tenants/flaw.ts'

/** What is wrong and how it is mended, in words. */
export const flawText = ({ code, values = {} }: Flaw, t: Translate): string => {
  const { max = 0, words = '', ratio = 0, needed = 0, to = '', text = '' } = values
  return t(`console.flaws.${code}`, { max, words, ratio, needed, to, text })
}

/** The words of the first flaw of a control, for beneath it. */
export const errorAt = (flaws: readonly Flaw[], field: string, t: Translate): string | undefined => {
  const flaw = flaws.find((one) => one.field === field)
  return flaw && flawText(flaw, t)
}
