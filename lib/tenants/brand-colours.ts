/** The colours a tenant chooses, by scheme and token of its palette: their names in a brand. */
export const brandColours = {
  light: { primary: 'primary', accent: 'accent', surface: 'surface', text: 'text' },
  dark: { primary: 'darkPrimary', accent: 'darkAccent', surface: 'darkSurface', text: 'darkText' },
} as const

export const colourFields = [
  ...Object.values(brandColours.light),
  ...Object.values(brandColours.dark),
] as const
export type ColourField = (typeof colourFields)[number]
