type StreetWord = {
  readonly word: string
  readonly kind: 'name' | 'type' | 'direction' | 'number' | 'filler'
}

const table = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap((line) => {
      const words = line.split(' ')
      return words.map((word) => [word, words[0] as string] as const)
    }),
  )

/** Kinds of streets as both languages write and shorten them; `st` is a street or a saint, and decides nothing. */
const types = table([
  'street st str rue saint sainte ste',
  'avenue ave av',
  'boulevard boul blvd bd bl',
  'road rd chemin ch rte route rang rg',
  'drive dr promenade prom',
  'lane ln ruelle',
  'crescent cres cr croissant crois',
  'court crt ct cour',
  'place pl',
  'square sq carre car',
  'highway hwy autoroute aut',
  'terrace terr terrasse tsse',
  'parkway pkwy pky',
  'circle cir cercle',
  'way montee mtee',
  'cote',
  'impasse imp',
  'trail trl',
])
const directions = table([
  'north n nord',
  'south s sud',
  'east e est',
  'west w o ouest',
  'northeast ne nordest',
  'northwest nw no nordouest',
  'southeast se sudest',
  'southwest sw so sudouest',
])
const fillers = new Set('de du des d la le les l aux au a the of and et'.split(' '))
const units = new Set(
  'apt apartment app appt appartement unit unite suite bureau bur ste no num numero fl floor etage ph'.split(
    ' ',
  ),
)

/** A word that only says that a unit's number follows; `ste` is one before a number and a saint before a name. */
export const isUnitWord = (word: string, next: string | undefined): boolean =>
  units.has(word) && next !== undefined && /^\d/.test(next)

export const streetWord = (word: string): StreetWord => {
  if (/^\d+[a-z]?$/.test(word)) return { word, kind: 'number' }
  const type = types.get(word)
  if (type !== undefined) return { word: type, kind: 'type' }
  const direction = directions.get(word)
  if (direction !== undefined) return { word: direction, kind: 'direction' }
  return { word, kind: fillers.has(word) ? 'filler' : 'name' }
}

const regions = new Map(
  Object.entries({
    quebec: 'QC',
    ontario: 'ON',
    alberta: 'AB',
    manitoba: 'MB',
    saskatchewan: 'SK',
    'british columbia': 'BC',
    'colombie britannique': 'BC',
    'new brunswick': 'NB',
    'nouveau brunswick': 'NB',
    'nova scotia': 'NS',
    'nouvelle ecosse': 'NS',
    'prince edward island': 'PE',
    'ile du prince edouard': 'PE',
    'newfoundland and labrador': 'NL',
    'terre neuve et labrador': 'NL',
    yukon: 'YT',
    'northwest territories': 'NT',
    'territoires du nord ouest': 'NT',
    nunavut: 'NU',
    pq: 'QC',
    nf: 'NL',
    california: 'CA',
    florida: 'FL',
    texas: 'TX',
    vermont: 'VT',
    maine: 'ME',
    massachusetts: 'MA',
    michigan: 'MI',
    washington: 'WA',
    'new york': 'NY',
    'new hampshire': 'NH',
  }),
)

/** `Québec`, `Quebec`, `PQ` and `QC` are `QC`; what is not in the table is itself in capitals. */
export const regionCode = (text: string): string => {
  const folded = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return regions.get(folded) ?? folded.toUpperCase()
}
