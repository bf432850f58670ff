import { type DemoTenant, linksOf } from './demo-tenant.ts'

/** A brand that would break a page that trusted it: yellow on white, no logo, a name of sixty letters. */
export const hostile: DemoTenant = {
  slug: 'hostile',
  name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte',
  customerId: '5b0c7f52-2f8e-4d1c-9c3a-0e7d6a91b8f3',
  returnSigningSecret: 'demo-return-signing-secret-hostile',
  access: null,
  brand: {
    displayName: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte',
    logoPath: null,
    darkLogoPath: null,
    primary: '#ffee00',
    accent: '#fff59d',
    surface: '#ffffff',
    text: '#ffe600',
    darkPrimary: '#3d0000',
    darkAccent: '#2b2b2b',
    darkSurface: '#7a7a7a',
    darkText: '#808080',
    cornerRadius: 32,
    font: 'fraunces',
    ...linksOf('donaudampf'),
    supportPhone: null,
    copy: {
      en: { 'steps.accounts.lead': 'Your refund is paid into the account that you choose here.' },
      fr: { 'steps.accounts.lead': 'Votre remboursement est versé dans le compte que vous choisissez ici.' },
    },
  },
  policy: {
    preset: 'bank_first',
    languages: ['en', 'fr'],
    region: null,
    // Everything that can be asked, so that the longest form there is stands in the worst brand there is.
    identityFields: [
      { name: 'phone', required: false },
      { name: 'email', required: false },
      { name: 'dateOfBirth', required: false },
      { name: 'address', required: false },
      { name: 'reference', required: false },
    ],
    identityProof: 'either',
    matchRules: { match: 0.9, partial: 0.7, onPartial: 'flag', onMismatch: 'flag', onNoData: 'go_on' },
    scopes: [
      {
        scope: 'account_numbers',
        required: true,
        purpose: {
          en: 'To pay your electricity refund into your account.',
          fr: 'Pour verser votre remboursement d’électricité dans votre compte.',
        },
        reason: {
          en: 'A deposit needs the transit, institution and account numbers.',
          fr: 'Un dépôt exige les numéros de transit, d’institution et de compte.',
        },
      },
    ],
    recipients: [],
    consentDays: 1,
    institutionRules: { listed: 'connectable', countries: ['CA', 'US'], hidden: [], featured: [] },
    accountRule: 'one',
    accountCurrencies: [],
    accountKinds: [],
    daysOfTransactions: 0,
    tokenRequired: false,
    customSteps: [],
    acceptsFiles: false,
  },
}
