import { crc32, deflateSync } from 'node:zlib'

const size = 64
type Colour = readonly [red: number, green: number, blue: number]
/** Colour of the point (x, y), both from -1 to 1 with y growing downward; null leaves the background. */
type Painter = (x: number, y: number) => Colour | null

/** From a tip at the `top` down to a foot at the `bottom`, `half` wide to either side. */
type Triangle = { readonly top: number; readonly bottom: number; readonly half: number }

const isInTriangle = (x: number, y: number, { top, bottom, half }: Triangle): boolean =>
  y >= top && y <= bottom && Math.abs(x) <= (half * (y - top)) / (bottom - top)

const isInBox = (x: number, y: number, half: number, [top, bottom]: readonly [number, number]): boolean =>
  Math.abs(x) <= half && y >= top && y <= bottom

const painters = {
  sun: (x, y) => (Math.hypot(x, y) < 0.6 ? [232, 170, 20] : null),
  house: (x, y) => {
    if (isInBox(x, y, 0.14, [0.25, 0.75])) return [90, 50, 30]
    if (isInBox(x, y, 0.5, [-0.1, 0.75])) return [190, 50, 45]
    return isInTriangle(x, y, { top: -0.75, bottom: -0.1, half: 0.75 }) ? [110, 30, 30] : null
  },
  tree: (x, y) => {
    if (isInTriangle(x, y, { top: -0.8, bottom: 0.35, half: 0.6 })) return [35, 120, 60]
    return isInBox(x, y, 0.12, [0.35, 0.8]) ? [110, 70, 35] : null
  },
  boat: (x, y) => {
    if (isInTriangle(x - 0.05, y, { top: -0.8, bottom: 0.15, half: 0.5 })) return [120, 170, 220]
    return y >= 0.2 && y <= 0.6 && Math.abs(x) <= 0.95 - y ? [30, 70, 150] : null
  },
} as const satisfies Record<string, Painter>

export type PictureName = keyof typeof painters

const background: Colour = [244, 241, 234]

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

const scanlines = (paint: Painter): Buffer => {
  const centre = (place: number) => ((place + 0.5) / size) * 2 - 1
  const rows = Array.from({ length: size }, (_, row) => [
    0,
    ...Array.from({ length: size }, (_, column) => paint(centre(column), centre(row)) ?? background).flat(),
  ])
  return Buffer.from(rows.flat())
}

const drawPng = (paint: Painter): string => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = chunk('IDAT', deflateSync(scanlines(paint), { level: 9 }))
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]).toString(
    'base64',
  )
}

const drawn = new Map<PictureName, string>()

/** A 64 by 64 PNG in base64, drawn once; always the same bytes. */
export const pictureOf = (name: PictureName): string => {
  const known = drawn.get(name) ?? drawPng(painters[name])
  drawn.set(name, known)
  return known
}
