import { type StepId, stepIds } from '#lib/journey/step-ids.ts'
import { type ProblemWords, problemWords } from './problem-places.ts'
import { type Trouble, troublesOf } from './step-troubles.ts'

/** The looks that a page of the journey has where nothing goes wrong; the first of a step is the plain one. */
export const stepScenes = {
  identity: ['identity', 'identity_known'],
  verify: ['verify', 'verify_phone', 'verify_wait', 'verify_expired', 'verify_spent'],
  consent: ['consent', 'consent_bank_page', 'consent_terms'],
  institution: ['institution', 'institution_none', 'institution_unwell', 'institution_unserved'],
  login: ['login', 'login_again', 'login_unwell', 'login_off', 'login_another_way', 'login_bank_page'],
  files: ['files', 'files_papers', 'files_not_agreed'],
  mfa: ['mfa', 'mfa_next'],
  connecting: [
    'connecting',
    'connecting_slow',
    'connecting_long',
    'connecting_page',
    'connecting_accounts',
    'approval',
  ],
  review: ['review', 'review_asked'],
  accounts: ['accounts'],
  done: ['done', 'done_copy', 'done_declined', 'done_cancelled', 'done_failed'],
} as const satisfies Record<StepId, readonly string[]>
export type Scene = (typeof stepScenes)[StepId][number]

export type StepPlace = {
  readonly kind: 'step'
  readonly id: string
  readonly step: StepId
  readonly scene: Scene
  readonly trouble: Trouble | null
}
export type PreviewPlace =
  | { readonly kind: 'front'; readonly id: 'front' }
  | StepPlace
  | { readonly kind: 'problem'; readonly id: string; readonly words: ProblemWords }

/** What has a page of its own look when it goes wrong; else it is told on the plain page. */
const sceneOf: Partial<Record<Trouble['code'], Scene>> = {
  code_expired: 'verify_expired',
  code_spent: 'verify_spent',
  terms_missing: 'consent_terms',
  file_pdf_not_agreed: 'files_not_agreed',
  file_pdf_broken: 'files_papers',
}

const placesOf = (step: StepId): StepPlace[] => [
  ...stepScenes[step].map((scene): StepPlace => ({ kind: 'step', id: scene, step, scene, trouble: null })),
  ...troublesOf(step).map((trouble): StepPlace => {
    const scene = sceneOf[trouble.code] ?? stepScenes[step][0]
    return { kind: 'step', id: `${step}.${trouble.kind}.${trouble.code}`, step, scene, trouble }
  }),
]

/** Everything of a journey that can be looked at before it is published, as a person would come to it. */
export const previewGroups: readonly { readonly of: PlaceGroup; readonly places: readonly PreviewPlace[] }[] =
  [
    { of: 'front', places: [{ kind: 'front', id: 'front' }] },
    ...stepIds.map((step) => ({ of: step, places: placesOf(step) })),
    {
      of: 'problem',
      places: problemWords.map((words) => ({ kind: 'problem' as const, id: `problem.${words}`, words })),
    },
  ]
export type PlaceGroup = 'front' | StepId | 'problem'

const places = new Map(previewGroups.flatMap((group) => group.places.map((place) => [place.id, place])))

/** Whatever is no place of ours is the first page. */
export const placeAt = (id: string): PreviewPlace => places.get(id) ?? { kind: 'front', id: 'front' }
