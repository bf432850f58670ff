import { z } from 'zod'
import { copySchema } from './copy.ts'

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'must be #rrggbb')
  .toLowerCase()
const logo = z
  .string()
  .regex(
    /^\/(brands\/[a-z0-9-]+\.(svg|png|webp)|logo\/[a-z0-9-]+\/[0-9a-f]{64}\.png)$/,
    'must be a picture of ours',
  )
  .nullable()
const link = z.url({ protocol: /^https$/ })

/** What a tenant chooses of its look (law 8); every other tone is computed from it. */
export const brandSchema = z.object({
  displayName: z.string().trim().min(1).max(80),
  logoPath: logo,
  /** For dark screens, where the other one would sink into the surface. */
  darkLogoPath: logo,
  primary: colour,
  accent: colour,
  surface: colour,
  text: colour,
  darkPrimary: colour,
  darkAccent: colour,
  darkSurface: colour,
  darkText: colour,
  cornerRadius: z.int().min(0).max(32),
  font: z.enum(['source-sans', 'inter', 'fraunces', 'system']),
  privacyUrl: link,
  termsUrl: link,
  complaintsUrl: link,
  supportEmail: z.email(),
  supportPhone: z.string().trim().min(3).max(30).nullable(),
  copy: copySchema,
})

export type Brand = Readonly<z.output<typeof brandSchema>>
