import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { faults } from '#lib/connectors/faults.ts'
import { anyBank } from '#lib/console/preview/any-bank.ts'
import { previewGroups, type StepPlace } from '#lib/console/preview/preview-places.ts'
import type { Sample } from '#lib/console/preview/sample.ts'
import { sampleFrame } from '#lib/console/preview/sample-frame.ts'
import { samplePerson, samplePersonNames } from '#lib/console/preview/sample-people.ts'
import { sampleView } from '#lib/console/preview/sample-views.ts'
import { type Trouble, troubleValues } from '#lib/console/preview/step-troubles.ts'
import { type Language, languages, translatorFor } from '#lib/kit/i18n.ts'
import { paintBrand } from '#lib/tenants/paint-brand.ts'
import en from '#messages/en.json' with { type: 'json' }
import { maple } from '#prisma/seed/maple.ts'
import { placeChoices } from '../admin/_studio/preview-choices.ts'
import { StepDocument } from '../connect/[sessionId]/_ui/step-document.tsx'

const places = previewGroups.flatMap((group) => group.places)
const stepPlaces = places.filter((place): place is StepPlace => place.kind === 'step')
const troubles = stepPlaces.flatMap(({ trouble }) => trouble ?? [])
const codesOf = (kind: Trouble['kind']): string[] => [
  ...new Set(troubles.filter((one) => one.kind === kind).map(({ code }) => code as string)),
]

const bank = anyBank('en')
const brand = paintBrand({ ...maple.brand, id: 'brd_1' })
const policy = { ...maple.policy, id: 'pol_1', returnUrls: [], allowedOrigins: [] }

const built = {
  css: '/a',
  js: '/a',
  frontDoor: '',
  frame: '/a',
  consoleCss: '/a',
  consoleJs: '/a',
  fonts: {},
}

const sampleOf = (place: StepPlace, language: Language, who = samplePerson('usual')): Sample => ({
  ...{ brand, policy, language, bank, who },
  listed: { rows: [bank], total: 1 },
  trouble: place.trouble,
})

const pageOf = (place: StepPlace, sample: Sample): string =>
  renderToStaticMarkup(
    createElement(StepDocument, {
      assets: built,
      frame: sampleFrame(place, sample),
      nonce: '',
      theme: 'light',
      view: sampleView(place, sample),
    }),
  ).replaceAll('&#x27;', '’')

const said = (trouble: Trouble, language: Language): string => {
  const t = translatorFor(language)
  if (trouble.kind === 'error') return t(`fieldErrors.${trouble.code}`, troubleValues)
  if (trouble.kind === 'notice') return t(`notices.${trouble.code}`)
  return t(`faults.${trouble.code}.title`, { institution: bank.name })
}

describe('what can go wrong on a page of the journey', () => {
  it('is in the preview, each field error, notice and fault that the catalogues have words for', () => {
    // `invalid` stands in for a code that no catalogue knows.
    const errors = Object.keys(en.fieldErrors).filter((code) => code !== 'invalid')
    expect(codesOf('error').sort()).toEqual(errors.sort())
    expect(codesOf('notice').sort()).toEqual(Object.keys(en.notices).sort())
    expect(codesOf('fault').sort()).toEqual(Object.keys(faults).sort())
  })

  it.each(languages)('is said by the very page that the preview draws of it (%s)', (language) => {
    for (const place of stepPlaces)
      if (place.trouble)
        expect(pageOf(place, sampleOf(place, language)), place.id).toContain(said(place.trouble, language))
  })
})

describe('the places of the preview', () => {
  it('have each a name of its own, by which the form asks for it', () => {
    const ids = places.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(languages)('are told apart in their group (%s)', (language) => {
    for (const { label, choices } of placeChoices(translatorFor(language)))
      expect(new Set(choices.map((one) => one.label)).size, label).toBe(choices.length)
  })

  it('stand where they would in a visit: files in place of the sign-in', () => {
    const frameOf = (id: string) => {
      const place = stepPlaces.find((one) => one.id === id) as StepPlace
      return sampleFrame(place, sampleOf(place, 'en'))
    }
    expect(frameOf('files').place).toEqual(frameOf('login').place)
    expect(frameOf('files').back).toBe('institution')
  })

  it('can be drawn with every person', () => {
    const plain = stepPlaces.filter(({ trouble }) => trouble === null)
    for (const name of samplePersonNames)
      for (const place of plain)
        expect(pageOf(place, sampleOf(place, 'fr', samplePerson(name))), name).toContain('<h1')
  })
})
