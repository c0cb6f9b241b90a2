// Every page as a person of the right role opens it with the demo's data: a new page is a line in its package's file.
import { about } from './pages/about'
import { customer } from './pages/customer'
import { field } from './pages/field'
import { office } from './pages/office'
import { quality } from './pages/quality'
import { tabs } from './pages/tabs'
import type { PageRow } from './rows'

export const pages: readonly PageRow[] = [...tabs, ...customer, ...field, ...office, ...quality, ...about]
