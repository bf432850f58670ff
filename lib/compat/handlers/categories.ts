import type { Call } from '../call.ts'
import { type Reply, refuse, succeed } from '../reply.ts'
import { accountCategories } from '../shapes/account-shape.ts'

const countries = new Set(['CA', 'US'])

/** Which kinds of account there are, by category; the same in each country that is served. */
export const categories = async ({ params }: Call): Promise<Reply> => {
  const country = (params.countrycode ?? '').toUpperCase()
  if (!countries.has(country)) return refuse('INVALID_REQUEST', { Message: 'Check the country code.' })
  return succeed({ Country: country, Data: accountCategories, Count: accountCategories.length })
}
