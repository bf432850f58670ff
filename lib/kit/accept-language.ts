const weightOf = (part: string): number => {
  const [, weight] = /;\s*q=([^;\s]*)/i.exec(part) ?? []
  return weight === undefined ? 1 : Number(weight) || 0
}

/** The languages of an Accept-Language header (RFC 9110), two letters each, most wanted first; refused ones left out. */
export const acceptedLanguages = (header: string | null): string[] =>
  (header ?? '')
    .split(',')
    .map((part) => ({ tag: part.trim().slice(0, 2).toLowerCase(), weight: weightOf(part) }))
    .filter(({ tag, weight }) => /^[a-z]{2}$/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
