import { describeLaw } from './laws/describe-law.ts'
import { otherProductsStayUnnamed } from './laws/product-names.ts'

const brand = ['Fli', 'nks'].join('')

describeLaw('another product is named only where its dialect is spoken', otherProductsStayUnnamed, {
  'names in a catalogue, on a page, in a room, in the read-me': {
    files: {
      'messages/en.json': `{\n "a": "${brand}Capital" }`,
      'app/page.tsx': `<p>${brand.toLowerCase()}</p>`,
      'lib/flow/a.ts': `// as ${brand} does`,
      'README.md': `like ${brand.toUpperCase()}`,
    },
    says: ['messages/en.json:2 names another product', 'app/page.tsx:1', 'lib/flow/a.ts:1', 'README.md:1'],
  },
  'the dialect, the way over, the test institution': {
    files: {
      'lib/compat/codes.ts': `const ${brand}Code = 1`,
      [`docs/coming-from-${brand.toLowerCase()}.md`]: brand,
      'lib/connectors/contract.ts': `// for example ${brand}Capital`,
      'bank/institutions.ts': brand,
    },
    says: [],
  },
})
