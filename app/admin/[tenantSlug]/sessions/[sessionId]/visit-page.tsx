import { adviceFor, lastProblem } from '#lib/console/visits/timeline.ts'
import { Card } from '../../../_ui/card.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { problemWords } from './problem-words.ts'
import { Timeline } from './timeline.tsx'
import { VisitFacts, type VisitProps } from './visit-facts.tsx'

/** The bank's name in the words the person read; where none was chosen they read of none. */
const institutionOf = ({ visit, language, t }: VisitProps): string =>
  (language === 'fr' ? visit.institution?.nameFr : visit.institution?.nameEn) ?? t('console.visits.theBank')

const Trouble = (props: VisitProps) => {
  const { visit, t } = props
  const problem = visit.session.outcome === 'finished' ? null : lastProblem(visit.chapters)
  if (!problem) return null
  const institution = institutionOf(props)
  return (
    <Panel title={t('console.visits.trouble')}>
      <p className="text-small text-muted">{t('console.visits.saw')}</p>
      <blockquote className="mt-1 border-s-4 border-danger ps-4">
        {problemWords(problem, institution, t)}
      </blockquote>
      <p className="mt-4 text-small text-muted">{t('console.visits.tell')}</p>
      <p className="mt-1">{t(`console.visits.advice.${adviceFor(problem)}`, { institution })}</p>
    </Panel>
  )
}

/** One visit: how it stands, what is in the way and what to say, and all that happened. */
export const VisitPage = (props: VisitProps) => (
  <>
    <Card>
      <VisitFacts {...props} />
    </Card>
    <Trouble {...props} />
    <Panel lead={props.t('console.visits.timelineLead')} title={props.t('console.visits.timeline')}>
      <Timeline
        institution={institutionOf(props)}
        language={props.language}
        t={props.t}
        visit={props.visit}
      />
    </Panel>
  </>
)
