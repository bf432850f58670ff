import { type DemoTenant, linksOf } from './demo-tenant.ts'

const scopes: DemoTenant['policy']['scopes'] = [
  {
    scope: 'account_basics',
    required: true,
    kept: { from: 'end', days: 30 },
    purpose: {
      en: 'To know which of your accounts the loan is for.',
      fr: 'Pour savoir à quel compte le prêt se rapporte.',
    },
    reason: {
      en: 'Without the name and kind of an account we cannot tell your accounts apart.',
      fr: 'Sans le nom et le type d’un compte, nous ne pouvons pas distinguer vos comptes.',
    },
  },
  {
    scope: 'account_numbers',
    required: true,
    kept: { from: 'end', days: 30 },
    purpose: {
      en: 'To pay the loan into your account and collect the payments you agree to.',
      fr: 'Pour verser le prêt dans votre compte et prélever les paiements que vous acceptez.',
    },
    reason: {
      en: 'A deposit needs the transit, institution and account numbers.',
      fr: 'Un dépôt exige les numéros de transit, d’institution et de compte.',
    },
  },
  {
    scope: 'transactions_90',
    required: true,
    kept: { from: 'read', days: 90 },
    purpose: {
      en: 'To see your income and regular expenses of the last 90 days.',
      fr: 'Pour voir vos revenus et dépenses régulières des 90 derniers jours.',
    },
    reason: {
      en: 'The law asks us to check that you can repay the loan.',
      fr: 'La loi nous demande de vérifier que vous pouvez rembourser le prêt.',
    },
  },
  {
    scope: 'balances',
    required: false,
    kept: { from: 'read', days: 90 },
    purpose: {
      en: 'To suggest a payment date when there is money in the account.',
      fr: 'Pour proposer une date de paiement où le compte est approvisionné.',
    },
    reason: null,
  },
  {
    scope: 'holder_contact',
    required: false,
    kept: { from: 'end', days: 30 },
    purpose: {
      en: 'To fill in your address for you instead of asking for it.',
      fr: 'Pour inscrire votre adresse à votre place au lieu de la demander.',
    },
    reason: null,
  },
  {
    scope: 'statements',
    required: false,
    kept: { from: 'read', days: 90 },
    purpose: {
      en: 'To take your income from official statements, so that you need not upload them.',
      fr: 'Pour lire vos revenus dans vos relevés officiels, sans que vous ayez à les téléverser.',
    },
    reason: null,
  },
  {
    scope: 'ongoing_refresh',
    required: false,
    kept: null,
    purpose: {
      en: 'To move a payment in time when your account runs low.',
      fr: 'Pour déplacer un paiement à temps quand votre compte est bas.',
    },
    reason: null,
  },
]

/** A lender that is calm and thorough: deep green on cream, every step of Express. */
export const maple: DemoTenant = {
  slug: 'maple',
  name: 'Maple Lending',
  customerId: '43387ca6-0391-4c82-857d-70d95f087ecb',
  returnSigningSecret: 'demo-return-signing-secret-maple',
  // The published values of the dialect's toolbox, so that published samples run unchanged.
  access: {
    secret: 'c4569c54-e167-4d34-8de6-f4113bc82414',
    apiKey: '3d5266a8-b697-48d4-8de6-52e2e2662acc',
    mayLinkByApi: true,
  },
  brand: {
    displayName: 'Maple Lending',
    logoPath: '/brands/maple.svg',
    darkLogoPath: '/brands/maple-dark.svg',
    primary: '#1f5c3f',
    accent: '#a8601c',
    surface: '#faf6ec',
    text: '#1d2a22',
    darkPrimary: '#8fcaa8',
    darkAccent: '#e3b072',
    darkSurface: '#131d18',
    darkText: '#eef3ea',
    cornerRadius: 8,
    font: 'source-sans',
    ...linksOf('maple-lending'),
    supportPhone: '1 800 555-0134',
    copy: {
      en: {
        'front.title': 'Show us your income, without the paperwork',
        'front.lead': 'Maple Lending reads it from your bank, with your consent. You choose what to share.',
      },
      fr: {
        'front.title': 'Montrez-nous vos revenus, sans paperasse',
        'front.lead':
          'Maple Lending les lit dans votre compte, avec votre accord. Vous choisissez ce que vous partagez.',
      },
    },
  },
  policy: {
    preset: 'express',
    languages: ['en', 'fr'],
    region: null,
    identityFields: [
      { name: 'fullName', required: true },
      { name: 'email', required: true },
      { name: 'phone', required: false },
    ],
    identityProof: 'either',
    matchRules: { match: 0.9, partial: 0.7, onPartial: 'flag', onMismatch: 'flag', onNoData: 'go_on' },
    scopes,
    recipients: ['Prairie Loan Insurance', 'Northern Credit Bureau'],
    consentDays: 90,
    institutionRules: { listed: 'all', countries: ['CA', 'US'], hidden: [], featured: [], connectors: [] },
    accountRule: 'several',
    accountCurrencies: ['CAD'],
    accountKinds: ['chequing', 'savings'],
    daysOfTransactions: 90,
    tokenRequired: false,
    customSteps: [],
    acceptsFiles: true,
    idleMinutes: 30,
    visitMinutes: 120,
    demoMode: 'anyone',
  },
}
