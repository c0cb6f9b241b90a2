// The form of a move, made from the schema of what it takes.
import { schemaFields, type Field } from '../form/fields'
import { moveInputs, type MoveName } from '../subjects'

/** The fields of a move; throws for a move whose fields need a page of their own. */
export const fieldsOf = (move: MoveName): Field[] => schemaFields(moveInputs[move], move)
