import { office } from '../../story/ux/pages/office'
import { quality } from '../../story/ux/pages/quality'
import { everyPage } from './every-page'

everyPage([...office, ...quality])
