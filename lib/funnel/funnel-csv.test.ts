import { expect, it } from 'vitest'
import { funnelCsv } from './funnel-csv.ts'

const stage = { finished: 4, left: 6, troubled: 1, medianSeconds: 9 }

it('the file holds what the page shows, and hides what it hides (O14)', () => {
  const text = funnelCsv(
    {
      whole: { stage: 'visit', entered: 10, ...stage },
      stages: [{ stage: 'mfa', entered: null, finished: 0, left: 0, troubled: 0, medianSeconds: null }],
      groups: [{ value: null, visits: 10, finished: 4, troubled: 1 }],
      problems: [{ stage: 'login', problem: 'login_locked', visits: 7 }],
      rareProblems: 2,
    },
    'device',
  )
  expect(text.split('\r\n')).toEqual([
    '\ufeffsection,name,visits,finished,left,troubled,median_seconds',
    'whole,visit,10,4,6,1,9',
    'step,mfa,fewer than 5,,,,',
    'device,small groups,10,4,6,1,',
    'problem,login: login_locked,7',
    '',
  ])
  expect(funnelCsv(null, 'front').split('\r\n')).toHaveLength(2)
})
