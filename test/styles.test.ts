import { describeLaw } from './laws/describe-law.ts'
import { noContainerQueries } from './laws/styles.ts'

describeLaw('nothing is laid out by a query of its container', noContainerQueries, {
  'a panel that is one': {
    files: { 'app/admin/_ui/panel.tsx': '\n<div className="@container mt-4">' },
    says: ['app/admin/_ui/panel.tsx:2 is laid out by a query of its container'],
  },
  'a sheet that asks one, and one that makes one': {
    files: { 'app/a.css': '@container (width > 1rem) {}', 'app/b.css': '.a { container-type: inline-size }' },
    says: ['is laid out', 'is laid out'],
  },
  'a container by another meaning': {
    files: { 'lib/a.ts': 'const container = 1', 'docs/a.md': 'a @container' },
    says: [],
  },
})
