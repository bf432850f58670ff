import { describe, expect, it } from 'vitest'
import { siteMarks } from './site-marks.ts'

const page = `<!doctype html><head>
  <meta name="Theme-Color" content="#1F5C3F"><meta name="theme-color" content="#000000">
  <link rel="shortcut icon" href="/favicon.png"><link rel="apple-touch-icon" href="touch.png">
  <meta property="og:image" content="https://cdn.example/share.jpg">
</head><body><img src="/hero.jpg"><img src="/media/Logo-wide.png" alt=""><img class="brand-mark" src="mark.svg">
<img src="javascript:alert(1)" alt="logo"></body>`

describe('what a website shows of itself', () => {
  it('is its colour, and pictures in the order in which they are likely its logo', () => {
    expect(siteMarks(page, 'https://www.birch.example/en/')).toEqual({
      colour: '#1f5c3f',
      logos: [
        'https://www.birch.example/media/Logo-wide.png',
        'https://www.birch.example/en/touch.png',
        'https://cdn.example/share.jpg',
        'https://www.birch.example/favicon.png',
      ],
    })
  })

  it('is nothing where it shows nothing, however broken', () => {
    const nothing = { colour: null, logos: [] }
    expect(siteMarks('<p>Hello', 'https://birch.example')).toEqual(nothing)
    expect(siteMarks('<meta name=theme-color content=red><<<', 'https://birch.example')).toEqual(nothing)
  })
})
