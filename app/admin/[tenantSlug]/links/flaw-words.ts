import type { RowFlaw } from '#lib/console/links/row-to-link.ts'
import type { Translate } from '#lib/kit/i18n.ts'

/** What is wrong with a cell, with the name of its column, and what would be right. */
export const flawWords = ({ column, flaw }: RowFlaw, t: Translate): string =>
  t(`console.linkFlaws.${flaw}`, { column: t(`console.columns.${column}`) })
