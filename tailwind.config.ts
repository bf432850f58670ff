import type { Config } from 'tailwindcss'

const brand = (name: string): string => `var(--brand-${name})`

/**
 * Columns side by side as far as the place they stand in allows, at most so many. The place is measured by the grid itself:
 * a query of its container may leave it empty (0126).
 */
const atMost = (columns: number): string =>
  `repeat(auto-fill, minmax(min(100%, max(15rem, ${(100 / columns).toFixed(2)}% - 1rem)), 1fr))`

/** The tokens of a page. Every colour is the tenant's own, painted into the document by app/_ui/brand-css.ts (law 8). */
export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ground: brand('ground'),
      surface: brand('surface'),
      raised: brand('raised'),
      ink: brand('text'),
      muted: brand('muted'),
      line: brand('border'),
      control: brand('control-border'),
      primary: { DEFAULT: brand('primary'), hover: brand('primary-hover'), on: brand('on-primary') },
      accent: { DEFAULT: brand('accent'), on: brand('on-accent') },
      link: brand('link'),
      focus: brand('focus'),
      danger: { DEFAULT: brand('danger'), surface: brand('danger-surface') },
      notice: { DEFAULT: brand('notice'), surface: brand('notice-surface') },
    },
    borderRadius: {
      none: '0',
      brand: brand('radius'),
      // A panel holds controls, so its corner is a little wider than theirs and never a pill.
      panel: `min(calc(${brand('radius')} * 1.25), 1rem)`,
      sheet: `min(calc(${brand('radius')} * 1.5), 1.5rem)`,
      full: '9999px',
    },
    fontFamily: { body: brand('font'), heading: brand('heading-font'), mono: 'ui-monospace, monospace' },
    extend: {
      fontSize: {
        small: ['0.9375rem', { lineHeight: '1.45' }],
        body: ['1.0625rem', { lineHeight: '1.5' }],
        lead: ['1.1875rem', { lineHeight: '1.5' }],
        h2: ['1.1875rem', { lineHeight: '1.35' }],
        h1: ['clamp(1.75rem, 1.45rem + 1.4vw, 2.25rem)', { lineHeight: '1.15', letterSpacing: '-0.015em' }],
      },
      gridTemplateColumns: { pair: atMost(2), trio: atMost(3) },
      maxWidth: { sheet: '41rem' },
    },
  },
} satisfies Config
