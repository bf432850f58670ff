import type { Chapter, TimelineEntry } from '#lib/console/visits/timeline.ts'
import { formatTime, type Language, type Messages, type Translate } from '#lib/kit/i18n.ts'
import { secondsText } from '../../../../connect/[sessionId]/_ui/duration-text.ts'
import { problemWords } from './problem-words.ts'
import type { VisitProps } from './visit-facts.tsx'

type EventName = keyof Messages['console']['visits']['events']

const eventWords = ({ name, word }: TimelineEntry, t: Translate): string => {
  const key = `console.visits.events.${name as EventName}` as const
  if (!t.has(key)) return t('console.visits.events.other')
  if (name === 'visit_ended' && word) return t(`console.visits.ends.${word as 'finished'}`)
  return t(key)
}

type Words = { readonly institution: string; readonly language: Language; readonly t: Translate }

type EntryProps = Words & { readonly entry: TimelineEntry }

const Entry = ({ entry, institution, language, t }: EntryProps) => (
  <li className="grid gap-x-4 sm:grid-cols-[9rem_1fr]">
    <time className="text-muted tabular-nums" dateTime={entry.at.toISOString()}>
      {formatTime(language, entry.at)}
    </time>
    <div>
      {eventWords(entry, t)}
      {entry.problems.map((problem) => (
        <p className="text-danger" key={problem.code}>
          {problemWords(problem, institution, t)}
        </p>
      ))}
    </div>
  </li>
)

type ChapterProps = Words & { readonly chapter: Chapter }

const ChapterItem = ({ chapter, ...words }: ChapterProps) => (
  <li className="border-s-2 border-line pb-5 ps-5 last:pb-0">
    <h3 className="font-semibold">
      {chapter.step === null ? words.t('console.visits.before') : words.t(`console.steps.${chapter.step}`)}{' '}
      <span className="font-normal text-muted">{secondsText(chapter.seconds, words.t)}</span>
    </h3>
    <ol className="mt-1 grid gap-1 text-small">
      {chapter.entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries never move
        <Entry entry={entry} key={index} {...words} />
      ))}
    </ol>
  </li>
)

/** A visit as a list of lists: the steps in their order, and in each what happened there. */
export const Timeline = ({ visit, ...words }: Words & Pick<VisitProps, 'visit'>) =>
  visit.chapters.length === 0 ? (
    <p className="text-small">{words.t('console.visits.nothingHappened')}</p>
  ) : (
    <ol>
      {visit.chapters.map((chapter) => (
        <ChapterItem chapter={chapter} key={chapter.at.toISOString()} {...words} />
      ))}
    </ol>
  )
