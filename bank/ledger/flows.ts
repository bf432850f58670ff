import type { Worded } from '../language.ts'

/** On which days a thing happens: every other week, on a day of the month, or by chance on any day. */
export type When =
  | { readonly every: 'two-weeks' }
  | { readonly dayOfMonth: number }
  | { readonly chance: number }

/** A thing that happens again and again. Cents are signed; with `isFixed` the amount is the same each time. */
export type Flow = {
  readonly when: When
  readonly cents: readonly [low: number, high: number]
  readonly isFixed?: true
  readonly says: readonly Worded[]
}

const said = (en: string, fr: string): Worded => ({ en, fr })

const payroll = [said('Payroll deposit - Boreal Robotics', 'Dépôt de paie - Boréal Robotique')]
const groceries = [
  said('Marché Central Groceries', 'Épicerie Marché Central'),
  said('Green Basket Market', 'Marché Panier Vert'),
  said('Corner Bakery', 'Boulangerie du Coin'),
]
const outings = [
  said('Café Lumen', 'Café Lumen'),
  said('Noodle House', 'Maison des Nouilles'),
  said('City Transit', 'Transport de la Ville'),
  said('Harbour Books', 'Librairie du Port'),
]
const friends = [
  said('E-transfer sent - Alex', 'Virement envoyé - Alex'),
  said('E-transfer sent - Sam', 'Virement envoyé - Sam'),
]
const thanks = [
  said('E-transfer received - Alex', 'Virement reçu - Alex'),
  said('E-transfer received - Noor', 'Virement reçu - Noor'),
]

export const flows = {
  household: [
    { when: { every: 'two-weeks' }, cents: [198_000, 265_000], isFixed: true, says: payroll },
    { when: { dayOfMonth: 1 }, cents: [-165_000, -142_000], isFixed: true, says: [said('Rent', 'Loyer')] },
    {
      when: { dayOfMonth: 8 },
      cents: [-8_500, -5_500],
      isFixed: true,
      says: [said('Mobile phone', 'Cellulaire')],
    },
    {
      when: { dayOfMonth: 15 },
      cents: [-14_000, -6_000],
      says: [said('Hydro bill', 'Facture d’électricité')],
    },
    {
      when: { dayOfMonth: 20 },
      cents: [-1_899, -1_099],
      isFixed: true,
      says: [said('Film club', 'Ciné-club')],
    },
    {
      when: { dayOfMonth: 28 },
      cents: [-1_195, -1_195],
      isFixed: true,
      says: [said('Monthly fee', 'Frais mensuels')],
    },
    { when: { chance: 0.28 }, cents: [-12_500, -1_800], says: groceries },
    { when: { chance: 0.3 }, cents: [-4_200, -350], says: outings },
    { when: { chance: 0.08 }, cents: [-20_000, -2_000], says: friends },
    { when: { chance: 0.05 }, cents: [2_000, 15_000], says: thanks },
    { when: { chance: 0.03 }, cents: [-150, -150], says: [said('E-transfer fee', 'Frais de virement')] },
  ],
  shopping: [
    { when: { chance: 0.35 }, cents: [-9_000, -900], says: outings },
    { when: { chance: 0.12 }, cents: [-14_000, -2_500], says: groceries },
    {
      when: { dayOfMonth: 12 },
      cents: [-2_299, -1_299],
      isFixed: true,
      says: [said('Music online', 'Musique en ligne')],
    },
    { when: { chance: 0.02 }, cents: [1_500, 6_000], says: [said('Refund', 'Remboursement')] },
  ],
  trade: [
    {
      when: { chance: 0.55 },
      cents: [18_000, 240_000],
      says: [said('Card sales settlement', 'Ventes par carte')],
    },
    {
      when: { every: 'two-weeks' },
      cents: [-940_000, -820_000],
      says: [said('Payroll run', 'Paie des employés')],
    },
    { when: { dayOfMonth: 1 }, cents: [-420_000, -420_000], says: [said('Shop rent', 'Loyer du commerce')] },
    {
      when: { chance: 0.2 },
      cents: [-95_000, -8_000],
      says: [said('Flour and butter supplier', 'Fournisseur de farine')],
    },
    {
      when: { dayOfMonth: 20 },
      cents: [-310_000, -180_000],
      says: [said('Sales tax remittance', 'Remise de taxes')],
    },
  ],
  interest: [
    {
      when: { dayOfMonth: 5 },
      cents: [15_000, 30_000],
      isFixed: true,
      says: [said('Automatic savings', 'Épargne automatique')],
    },
    { when: { dayOfMonth: 27 }, cents: [310, 1_450], says: [said('Interest paid', 'Intérêts versés')] },
  ],
  borrowing: [
    {
      when: { dayOfMonth: 27 },
      cents: [-9_500, -3_500],
      says: [said('Interest charged', 'Intérêts facturés')],
    },
  ],
  nothing: [],
} satisfies Record<string, readonly Flow[]>

export type FlowsName = keyof typeof flows
