import { type DemoTenant, linksOf } from './demo-tenant.ts'

const scopes: DemoTenant['policy']['scopes'] = [
  {
    scope: 'account_basics',
    required: true,
    kept: { from: 'end', days: 0 },
    purpose: {
      fr: 'Pour afficher vos comptes d’ailleurs à côté de ceux de la Caisse.',
      en: 'To show your accounts elsewhere beside those at the Caisse.',
    },
    reason: {
      fr: 'Sans le nom d’un compte, il n’y a rien à afficher.',
      en: 'Without an account’s name there is nothing to show.',
    },
  },
  {
    scope: 'balances',
    required: true,
    kept: { from: 'read', days: 30 },
    purpose: {
      fr: 'Pour calculer ce que vous possédez en tout.',
      en: 'To work out what you own in all.',
    },
    reason: {
      fr: 'Le total est le service même que vous demandez.',
      en: 'The total is the very service you ask for.',
    },
  },
  {
    scope: 'transactions_365',
    required: false,
    kept: { from: 'read', days: 30 },
    purpose: {
      fr: 'Pour classer vos dépenses de l’année par catégorie.',
      en: 'To sort a year of spending into categories.',
    },
    reason: null,
  },
  {
    scope: 'ongoing_refresh',
    required: false,
    kept: null,
    purpose: {
      fr: 'Pour garder le total à jour sans que vous reveniez ici.',
      en: 'To keep the total up to date without your coming back here.',
    },
    reason: null,
  },
]

/** A credit union that is loud and quick: French first, coral on dark blue, round, no questions about the person. */
export const nordik: DemoTenant = {
  slug: 'nordik',
  name: 'Caisse Nordik',
  customerId: '9d4a1f0e-58c2-4f0b-a3d7-6b1e2c9f7a54',
  returnSigningSecret: 'demo-return-signing-secret-nordik',
  access: null,
  brand: {
    displayName: 'Caisse Nordik',
    logoPath: '/brands/nordik.svg',
    darkLogoPath: null,
    primary: '#ff7d69',
    accent: '#8fb4ff',
    surface: '#0d1b4c',
    text: '#f4f6ff',
    darkPrimary: '#ff8f7d',
    darkAccent: '#9dbdff',
    darkSurface: '#060b22',
    darkText: '#e9edff',
    cornerRadius: 22,
    font: 'inter',
    ...linksOf('caisse-nordik'),
    supportPhone: null,
    copy: {
      fr: {
        'front.title': 'Tous vos comptes, un seul coup d’œil',
        'steps.consent.lead':
          'Pour afficher vos comptes d’ailleurs, nous devons pouvoir les lire. Rien n’est lu avant votre accord.',
        'done.finishedLead': 'C’est fait : vos comptes apparaissent maintenant à côté de ceux de la Caisse.',
      },
      en: {
        'front.title': 'All your accounts at a glance',
        'steps.consent.lead':
          'To show your accounts elsewhere, we need to read them. Nothing is read before you agree.',
        'done.finishedLead': 'Done: your accounts now stand beside those at the Caisse.',
      },
    },
  },
  policy: {
    preset: 'connect',
    languages: ['fr', 'en'],
    region: 'quebec',
    identityFields: [],
    identityProof: 'none',
    matchRules: { match: 0.9, partial: 0.7, onPartial: 'flag', onMismatch: 'flag', onNoData: 'go_on' },
    scopes,
    recipients: [],
    consentDays: 365,
    institutionRules: { listed: 'all', countries: ['CA'], hidden: [9002], featured: [9001], connectors: [] },
    accountRule: 'all',
    accountCurrencies: [],
    accountKinds: [],
    daysOfTransactions: 365,
    tokenRequired: false,
    customSteps: [],
    acceptsFiles: true,
    idleMinutes: 30,
    visitMinutes: 120,
    demoMode: 'anyone',
  },
}
