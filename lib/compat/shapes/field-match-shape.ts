/** Each field that was asked about with how well it agrees, 0 to 1; null where the bank says nothing of it. */
export type FieldRates = readonly (readonly [field: string, rate: number | null])[]

/** Where the client gives no threshold, a field agrees from here on. */
const usualThreshold = 0.9

/** Fields once as a yes or no and once as a rate; those without data are listed by name and have neither. */
export const toFieldMatch = (rates: FieldRates, overall: number | null, threshold: number | undefined) => {
  const limit = threshold ?? usualThreshold
  const known = rates.filter((entry): entry is readonly [string, number] => entry[1] !== null)
  const NoData = rates.filter(([, rate]) => rate === null).map(([field]) => field)
  const OverallMatchRate = overall ?? 0
  return {
    ...(threshold === undefined ? {} : { OverallMatch: overall !== null && overall >= limit }),
    FieldLevelMatch: { ...Object.fromEntries(known.map(([field, rate]) => [field, rate >= limit])), NoData },
    OverallMatchRate,
    FieldLevelMatchRate: { ...Object.fromEntries(known), NoData },
  }
}
