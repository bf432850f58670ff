import { languagesAreComplete } from './laws/catalogues.ts'
import { describeLaw } from './laws/describe-law.ts'

const english = JSON.stringify({ a: { hello: 'Hello {name}', bye: 'Bye' } })

describeLaw('every language is complete (QC2, O19)', languagesAreComplete, {
  'a message that is missing, empty, too many, or takes other arguments': {
    files: {
      'messages/en.json': english,
      'messages/fr.json': JSON.stringify({ a: { hello: 'Bonjour {nom}', more: 'Plus' } }),
      'messages/es.json': JSON.stringify({ a: { hello: 'Hola {name}', bye: ' ' } }),
    },
    says: [
      'fr.json:1 lacks a.bye',
      'has a.more, which is gone',
      'a.hello takes other arguments',
      'es.json:1 lacks a.bye',
    ],
  },
  'plurals, each in the forms of its language': {
    files: {
      'messages/en.json': JSON.stringify({ a: '{count, plural, one {once} other {# tries}} for {name}' }),
      'messages/fr.json': JSON.stringify({
        a: 'Pour {name} : {count, plural, one {# essai} many {# d’essais} other {# essais}}',
      }),
    },
    says: [],
  },
})
