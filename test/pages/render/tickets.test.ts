import { ticketPages } from '../../story/ux/tickets'
import { everyPage } from './every-page'

everyPage([...ticketPages])
