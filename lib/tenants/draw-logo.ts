import sharp from 'sharp'
import { failed, type Outcome, succeeded } from '#lib/kit/outcome.ts'

export type DrawnLogo = {
  readonly image: Uint8Array<ArrayBuffer>
  readonly mediaType: 'image/png'
  readonly width: number
  readonly height: number
}

export const mostLogoBytes = 2 * 1024 * 1024
const mostSide = 4_000
/** Twice the size at which pages show it, for fine screens. */
const drawn = { width: 640, height: 160 } as const
const timeoutSeconds = 5

// A decoder is only woken for what these four begin with: a drawing of instructions (SVG, PDF) never reaches one.
const beginnings: readonly (readonly [offset: number, bytes: string])[] = [
  [0, '\x89PNG\r\n\x1a\n'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF8'],
  [8, 'WEBP'],
]

const isPicture = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return beginnings.some(([offset, text]) => start.startsWith(text, offset))
}

const redraw = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: mostSide * mostSide, failOn: 'error', pages: 1 })
    .timeout({ seconds: timeoutSeconds })
    .autoOrient()
    .trim()
    .resize({ ...drawn, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true })

/**
 * A picture drawn anew from what somebody uploaded: pixels and nothing else survive, the empty edge is cropped away.
 * PNG, JPEG, WebP and GIF (its first frame) are read.
 */
export const drawLogo = async (
  bytes: Uint8Array,
): Promise<Outcome<DrawnLogo, 'logo_too_large' | 'logo_unreadable'>> => {
  if (bytes.length > mostLogoBytes) return failed('logo_too_large')
  if (!isPicture(bytes)) return failed('logo_unreadable')
  try {
    const { width, height } = await sharp(bytes).metadata()
    if (width > mostSide || height > mostSide) return failed('logo_too_large')
    const { data, info } = await redraw(bytes)
    return succeeded({
      image: new Uint8Array(data),
      mediaType: 'image/png',
      width: info.width,
      height: info.height,
    })
  } catch {
    return failed('logo_unreadable')
  }
}

const sampled = 48

/** The pixels of a small copy, as `#rrggbb`; those that can be seen through are left out. */
export const pixelsOf = async (image: Uint8Array): Promise<string[]> => {
  const { data, info } = await sharp(image)
    .resize(sampled, sampled, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const hexAt = (at: number) => `#${data.subarray(at, at + 3).toString('hex')}`
  return Array.from({ length: info.width * info.height }, (_, index) => index * info.channels)
    .filter((at) => (data[at + 3] ?? 0) > 127)
    .map(hexAt)
}
