// The one door for the mini-program.
import type * as v from 'valibot'
import { inputs, keysOfInputs, type ActionName, type Checked } from '../../miniprogram/domain/door/inputs'
import { actions, type Actions } from './actions'
import { doorOf, type Behind } from './door'

type Schemas = { readonly [A in ActionName]: v.GenericSchema<unknown, Checked[A]> }
const schemas: Schemas = inputs

// One action's name is one type: what its schema lets through is what its own function takes.
function behind<A extends ActionName>(name: A): Behind<Checked[A]> {
  const { who, run }: Actions[A] = actions[name]
  return { who, schema: schemas[name], run }
}

/** Entry point of the cloud function. */
export const main = doorOf(Object.fromEntries(keysOfInputs.map((name) => [name, behind(name)])))
