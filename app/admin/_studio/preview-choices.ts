import { type PlaceGroup, type PreviewPlace, previewGroups } from '#lib/console/preview/preview-places.ts'
import {
  groupOf,
  isPersona,
  peopleGroups,
  type SamplePersonName,
  samplePerson,
  samplePersonNames,
} from '#lib/console/preview/sample-people.ts'
import { type Trouble, troubleValues } from '#lib/console/preview/step-troubles.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import type { ChoiceGroup } from './controls.tsx'

/** What goes wrong is named by the very words that the page says. */
const troubleText = (trouble: Trouble, t: Translate): string => {
  if (trouble.kind === 'error') return t(`fieldErrors.${trouble.code}`, troubleValues)
  if (trouble.kind === 'notice') return t(`notices.${trouble.code}`)
  return t(`faults.${trouble.code}.title`, { institution: t('console.preview.theBank') })
}

const placeText = (place: PreviewPlace, t: Translate): string => {
  if (place.kind === 'front') return t('console.preview.places.front')
  if (place.kind === 'problem') return t(`errors.${place.words}.title`)
  return place.trouble ? troubleText(place.trouble, t) : t(`console.preview.places.${place.scene}`)
}

const groupText = (of: PlaceGroup, t: Translate): string =>
  of === 'problem' ? t('console.preview.problems') : t(`console.preview.places.${of}`)

/** Every page of a journey, and all that can go wrong on it. */
export const placeChoices = (t: Translate): ChoiceGroup[] =>
  previewGroups.map(({ of, places }) => ({
    label: groupText(of, t),
    choices: places.map((place) => ({ value: place.id, label: placeText(place, t) })),
  }))

const differenceText = (name: SamplePersonName, t: Translate): string | null => {
  const { accounts, asks, waits, meets } = samplePerson(name)
  if (accounts) return t(`console.preview.people.${accounts}`)
  if (asks) {
    const rounds = asks.map((round) => round.map((one) => t(`console.preview.questions.${one}`)).join(' + '))
    return rounds.join(' → ')
  }
  if (waits) return t(`console.preview.places.connecting_${waits}`)
  return meets ? t(`faults.${meets}.title`, { institution: t('console.preview.theBank') }) : null
}

const personText = (name: SamplePersonName, t: Translate): string => {
  const difference = differenceText(name, t)
  if (difference === null) return name
  return isPersona(name) ? `${difference} (${name})` : difference
}

/** People of every kind, by what they are told from others on a page. */
export const peopleChoices = (t: Translate): ChoiceGroup[] =>
  peopleGroups.map((group) => ({
    label: t(`console.preview.peopleGroups.${group}`),
    choices: samplePersonNames
      .filter((name) => groupOf(name) === group)
      .map((name) => ({ value: name, label: personText(name, t) })),
  }))
