import { about } from '../../story/ux/pages/about'
import { customer } from '../../story/ux/pages/customer'
import { tabs } from '../../story/ux/pages/tabs'
import { emptyPages, everyPage } from './every-page'

everyPage([...tabs, ...customer, ...about])
emptyPages()
