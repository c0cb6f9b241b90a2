// An action: its input is already checked against its schema, its caller is already somebody.
import type { ActionName, Checked } from '../../miniprogram/domain/door/inputs'
import type { Outputs } from '../../typings/contract'
import type { Caller } from './caller'

export type Action<A extends ActionName> = (caller: Caller, input: Checked[A]) => Promise<Outputs[A]>
