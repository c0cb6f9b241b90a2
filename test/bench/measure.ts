// How a path is walked while its calls are measured.
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import type { TicketView } from '../../typings/contract'

/** One call under the name that a table shows. */
export type Measure = <T>(label: string, call: () => Promise<T>) => Promise<T>
/** One move of a ticket by a person. */
export type Make = (who: string, move: MoveName, input?: Record<string, unknown>) => Promise<TicketView>
