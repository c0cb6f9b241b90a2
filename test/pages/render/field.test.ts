import { field } from '../../story/ux/pages/field'
import { everyPage } from './every-page'

everyPage([...field])
