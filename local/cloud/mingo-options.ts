// mingo with every operator it has; what it has not fails with the operator's name.
import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'

export const mingoOptions = {
  context: Context.init({ accumulator, expression, pipeline, projection, query, window }),
}
