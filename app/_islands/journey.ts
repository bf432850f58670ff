import { bankWindow } from './bank-window.ts'
import { capsLockHint } from './caps-lock.ts'
import { closeWindow } from './close-window.ts'
import { focusOnArrival } from './focus-on-arrival.ts'
import { pollStatus } from './poll-status.ts'
import { questionClock } from './question-clock.ts'
import { revealPassword } from './reveal-password.ts'
import { searchAsYouType } from './search-as-you-type.ts'
import { submitOnce } from './submit-once.ts'
import { tellTimeLeft } from './time-left.ts'

// Each adds comfort to a page that is whole without it (law 2), and does nothing where its markup is absent.
focusOnArrival(document)
submitOnce(document)
revealPassword(document)
capsLockHint(document)
searchAsYouType(document)
pollStatus(document)
questionClock(document)
tellTimeLeft(document)
bankWindow(document)
closeWindow(document)
