/** Answers are compared without letter case, accents or stray spaces: "Montréal " is "montreal". */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
