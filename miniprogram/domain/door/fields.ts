// The form of a move, made from the schema of what it takes.
import { schemaFields, type Field } from '../form/fields'
import { moveInputs, type MoveName } from '../subjects'
import { withoutMedia } from '../ticket/recorded'

/** The fields of a move; throws for a move whose fields need a page of their own. */
export const fieldsOf = (move: MoveName): Field[] => schemaFields(moveInputs[move], move)

/** The fields of a twin beside its files; a second time that need not be said is left to the customer. */
export const twinFields = (move: MoveName): Field[] =>
  schemaFields(withoutMedia(moveInputs[move]), move).filter(
    ({ kind, required }) => kind !== 'time' || required,
  )
