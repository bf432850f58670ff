const en = {
  title: (bank: string) => `Sign in to ${bank}`,
  step: 'Step 4 of 6',
  back: 'Back to the list of institutions',
  lead: (bank: string, tenant: string) =>
    `Use the username and password of your ${bank} online banking. ${tenant} never sees them, and they are never stored in the clear.`,
  username: 'Username or card number',
  usernameHint: 'The sixteen digits on the front of your card, or the name you chose. No spaces.',
  password: 'Password',
  passwordHint: 'The password of your online banking, not the PIN of your card.',
  submit: 'Sign in securely',
  leave: 'Cancel and return',
  expires: 'This page stays open until',
  help: [
    [
      'Why do I sign in here?',
      'Signing in lets your bank confirm that the accounts are yours. We read the accounts you choose on the next page, and nothing else. We cannot move money, change your address, or open products in your name.',
    ],
    [
      'What is read, and for how long?',
      'The name on the account, its number, its balance and up to ninety days of transactions. You saw the full list on the consent page and can withdraw it whenever you like: the mail we send you afterwards carries a link to do so.',
    ],
    [
      'I have forgotten my password',
      'Open the website of your bank in a new window, reset the password there, wait a few minutes, and come back to this page. Your place in the journey is kept.',
    ],
    [
      'My bank asks for a code',
      'That is normal. If your bank sends a text message or asks a question, the next page shows it and waits for your answer. Have your phone at hand before you continue.',
    ],
    [
      'Is this page genuine?',
      'Look at the address in the bar of your browser: it must be the one in the message that brought you here. We never ask for the PIN of a card, for the three digits on its back, or for a one-time code by telephone.',
    ],
    [
      'Can I use another bank?',
      'Yes. Go back to the list of institutions and choose again: what you typed on this page is forgotten at once. If your bank is not on the list, you can send a statement instead.',
    ],
    [
      'What happens if I stop now?',
      'Nothing is shared. The business is told only that the visit ended without a connection, and the link you received stays open until the time shown below the form.',
    ],
  ],
  footer: [
    ['/privacy', 'Privacy'],
    ['/terms', 'Terms'],
    ['/accessibility', 'Accessibility'],
    ['/help', 'Help'],
  ],
  legal: (tenant: string) =>
    `${tenant} uses this page to connect your accounts. Your details travel encrypted from this page to your bank.`,
}

export type Strings = typeof en

const fr: Strings = {
  ...en,
  title: (bank) => `Ouvrir une session chez ${bank}`,
  step: 'Étape 4 de 6',
  submit: 'Ouvrir la session',
  username: 'Nom d’utilisateur ou numéro de carte',
  password: 'Mot de passe',
}

export const stringsOf = (locale: string): Strings => (locale === 'fr-CA' ? fr : en)
