import { closeMenus } from './close-menus.ts'
import { confirmForms } from './confirm-forms.ts'
import { copyButtons } from './copy-buttons.ts'
import { focusOnArrival } from './focus-on-arrival.ts'
import { livePart } from './live-part.ts'
import { passkeyForms } from './passkey.ts'
import { studio } from './studio.ts'
import { submitOnce } from './submit-once.ts'

// Each adds comfort to a page that is whole without it (law 2), and does nothing where its markup is absent.
focusOnArrival(document)
copyButtons(document)
confirmForms(document)
passkeyForms(document)
submitOnce(document)
closeMenus(document)
livePart(document)
studio(document)
