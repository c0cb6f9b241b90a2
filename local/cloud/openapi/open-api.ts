// What one of WeChat's open APIs is: what it is given in, what WeChat would answer out.
import type { CloudParts } from '../parts'

/** Answers as WeChat does, `errCode` 0 when it went well. */
export type OpenApi = (cloud: CloudParts, given: Record<string, unknown>) => object
