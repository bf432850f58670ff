import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawLogo, pixelsOf } from './draw-logo.ts'
import { mainColour } from './main-colour.ts'
import { ratioOf } from './tone.ts'

const clear = { r: 0, g: 0, b: 0, alpha: 0 }
const box = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } })

/** A green bar in an empty field, with a comment that must not survive. */
const aLogo = async (format: 'png' | 'jpeg' | 'webp' | 'gif') => {
  const bar = await box(300, 60, '#1f5c3f').png().toBuffer()
  return sharp({ create: { width: 800, height: 800, channels: 4, background: clear } })
    .composite([{ input: bar }])
    .withExif({ IFD0: { Copyright: 'hidden-words' } })
    .toFormat(format)
    .toBuffer()
}

describe('an uploaded logo', () => {
  it.each(['png', 'webp', 'gif'] as const)(
    'of %s is drawn anew, cropped, without a word in it',
    async (format) => {
      const drawn = await drawLogo(await aLogo(format))
      expect(drawn).toMatchObject({ ok: true, value: { mediaType: 'image/png', width: 300, height: 60 } })
      if (drawn.ok) expect(Buffer.from(drawn.value.image).includes('hidden-words')).toBe(false)
    },
  )

  it('is no larger than pages can use', async () => {
    const drawn = await drawLogo(await box(3_000, 400, '#1f5c3f').png().toBuffer())
    expect(drawn).toMatchObject({ ok: true, value: { width: 640 } })
  })

  it.each([
    [
      'a drawing of instructions',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'logo_unreadable',
    ],
    [
      'a page that calls itself a picture',
      Buffer.from('\x89PNG\r\n\x1a\n<script>', 'latin1'),
      'logo_unreadable',
    ],
    ['nothing', Buffer.alloc(0), 'logo_unreadable'],
    ['more than two megabytes', Buffer.alloc(2 * 1024 * 1024 + 1), 'logo_too_large'],
  ])('is refused when it is %s', async (_, bytes, reason) => {
    expect(await drawLogo(bytes)).toEqual({ ok: false, reason })
  })

  it('is refused when few bytes stand for very many pixels', async () => {
    const bomb = await box(4_001, 10, '#000000').png().toBuffer()
    expect(await drawLogo(bomb)).toEqual({ ok: false, reason: 'logo_too_large' })
  })
})

describe('the colour that a picture is remembered by', () => {
  it('is the one it has most of, greys aside', async () => {
    const pixels = await pixelsOf(await aLogo('png'))
    const main = mainColour(pixels) ?? '#000000'
    // The smaller copy may round by a step.
    expect(ratioOf(main, '#1f5c3f')).toBeLessThan(1.02)
    expect(main.slice(3)).toBe('5c3f')
    expect(mainColour([...Array(90).fill('#ffffff'), '#777777', '#c0392b', '#c0392b', '#1f5c3f'])).toBe(
      '#c0392b',
    )
  })

  it('is none where all is grey', () => {
    expect(mainColour(['#000000', '#ffffff', '#808080'])).toBeNull()
    expect(mainColour([])).toBeNull()
  })
})
