import { describe, expect, it } from 'vitest'
import { examinePage } from './examine-page.ts'
import { readEmbed } from './read-embed.ts'

const portal = new URL('https://portal.example')
const page = 'https://you.example'

const examine = (pasted: string, policy = '', around = page) => {
  const embed = readEmbed(pasted, portal.href)
  if (!embed) throw new Error('no address')
  return examinePage(embed, { portal, page: around, policy })
}
const codes = (...asked: Parameters<typeof examine>) => examine(...asked).map(({ code }) => code)
const tag = (attributes: string, query = '') =>
  `<iframe src="https://portal.example/v2/?tenant=maple${query}" ${attributes}></iframe>`

describe('what was pasted', () => {
  it.each([
    ['a whole tag', `<p>Before</p>\n${tag('sandbox="allow-scripts" height=760')}`],
    ['its address', 'https://portal.example/v2/?tenant=maple'],
    ['a path', '/v2/?tenant=maple'],
    ['single quotes and entities', "<IFRAME title=x SRC='https://portal.example/v2/?tenant=maple'>"],
  ])('is read: %s', (_, pasted) => {
    expect(readEmbed(pasted, portal.href)?.url.href).toBe('https://portal.example/v2/?tenant=maple')
  })

  it('that holds no address is not', () => {
    for (const pasted of ['', '   ', '<iframe title="x"></iframe>', 'https://'])
      expect(readEmbed(pasted, portal.href)).toBeNull()
  })
})

describe('the sandbox attribute', () => {
  const whole = 'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox'

  it('is right as the SDK writes it, and is not needed', () => {
    expect(codes(tag(`sandbox="${whole}"`))).toEqual(['sandbox_good'])
    expect(codes(tag(''))).toEqual([])
  })

  it('that lacks words is told with the line that has them', () => {
    expect(examine(tag('sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"'))).toEqual([
      {
        code: 'sandbox_lacks',
        values: { words: 'allow-forms allow-same-origin' },
        change:
          'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms allow-same-origin"',
      },
    ])
    expect(codes(tag('sandbox'))).toEqual(['sandbox_lacks', 'sandbox_popups'])
  })

  it('needs more where the end leads the whole window', () => {
    const back = '&redirectUrl=https://you.example/back'
    expect(codes(tag(`sandbox="${whole}"`, back))).toEqual(['sandbox_navigation'])
    expect(codes(tag(`sandbox="${whole} allow-top-navigation"`, back))).toEqual(['sandbox_good'])
    for (const stays of ['&innerRedirect=true', '&JSREDIRECT=true'])
      expect(codes(tag(`sandbox="${whole}"`, back + stays))).toEqual(['sandbox_good'])
  })
})

describe('the page around', () => {
  it('over https shows nothing over http, and may hide where it is', () => {
    expect(codes('http://portal.example/v2/')).toEqual(['mixed_content'])
    expect(codes(tag('referrerpolicy="no-referrer"'))).toEqual(['referrer_hidden'])
  })

  it.each([
    ["frame-src 'self' https://portal.example", 'csp_good'],
    ["Content-Security-Policy: default-src 'self'; frame-src portal.example", 'csp_good'],
    ['frame-src https://*.example', 'csp_good'],
    ['frame-src https:', 'csp_good'],
    ["child-src https://portal.example; default-src 'none'", 'csp_good'],
    ["default-src 'self'", 'csp_frame'],
    ["frame-src 'none'; default-src *", 'csp_frame'],
    ['frame-src https://portal.example:8443', 'csp_frame'],
    ['frame-src http://portal.example', 'csp_frame'],
    ['frame-src https://*.portal.example', 'csp_frame'],
  ])('has a policy: %s', (policy, code) => {
    expect(codes('/v2/', policy)).toEqual([code])
  })

  it('of which a policy without a word of frames lets every frame in, and a blocked one is told the line', () => {
    expect(codes('/v2/', "script-src 'self'")).toEqual([])
    expect(examine('/v2/', "frame-src 'none'")[0]?.change).toBe('frame-src https://portal.example')
    expect(examine('/v2/', 'frame-src https://a.example')[0]?.change).toBe(
      'frame-src https://a.example https://portal.example',
    )
  })
})
