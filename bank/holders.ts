import { idFrom } from './dice.ts'

export type Holder = {
  readonly id: string
  readonly name: string
  readonly address: {
    readonly street: string
    readonly city: string
    readonly province: string
    readonly postalCode: string
    readonly country: string
  } | null
  readonly email: string | null
  readonly phone: string | null
}

type HolderFacts = Omit<Holder, 'id'>

const montreal = {
  street: '1275 avenue des Canadiens-de-Montréal',
  city: 'Montréal',
  province: 'QC',
  postalCode: 'H3B 5E8',
  country: 'CA',
}
const quebec = {
  street: '14, rue du Petit-Champlain',
  city: 'Québec',
  province: 'QC',
  postalCode: 'G1K 4H4',
  country: 'CA',
}

const john: HolderFacts = {
  name: 'John Doe',
  address: montreal,
  email: 'johndoe@example.com',
  phone: '(514) 333-7777',
}
const jane: HolderFacts = { ...john, name: 'Jane Doe', email: 'janedoe@example.com', phone: '(514) 333-7778' }
const marie: HolderFacts = {
  name: 'Marie-Ève Tremblay-Gagné',
  address: quebec,
  email: 'marie-eve@example.com',
  phone: '(418) 555-0142',
}

const holders = {
  john: [john],
  marie: [marie],
  joint: [john, jane],
  business: [
    {
      name: 'Northern Lights Bakery Inc.',
      address: montreal,
      email: 'accounts@northernlights.example.com',
      phone: '(514) 555-0188',
    },
  ],
  other: [
    {
      name: 'Katarzyna Wiśniewska',
      address: quebec,
      email: 'k.wisniewska@example.com',
      phone: '(418) 555-0167',
    },
  ],
  sparse: [{ name: 'J Doe', address: null, email: null, phone: null }],
} satisfies Record<string, readonly HolderFacts[]>

export type HoldersName = keyof typeof holders

/** The same people under every seed, but with ids of their own. */
export const holdersOf = (name: HoldersName, seed: string): readonly Holder[] =>
  holders[name].map((facts, place) => ({ id: idFrom(`${seed}/holder/${place}`), ...facts }))
