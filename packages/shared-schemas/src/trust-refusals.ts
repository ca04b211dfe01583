/** What Azure may say to a trust with a pattern. */
const refusalsOfPatterns = ['EXPRESSION_REFUSED', 'EXPRESSION_NOT_SUPPORTED', 'API_VERSION_UNKNOWN'] as const

/** What storing a trust may answer, on whatever it is stored. */
export const refusalsOfTrusts = [
  'CONCURRENT_WRITE',
  ...refusalsOfPatterns,
  'POLICY_REFUSED',
  'GUARDRAIL_REFUSED',
  'FORBIDDEN',
  'NOT_FOUND',
] as const

/** The same of a new one. */
export const refusalsOfNewTrusts = [
  'TRUST_NAME_TAKEN',
  'TRUST_PAIR_TAKEN',
  'TRUST_LIMIT_REACHED',
  ...refusalsOfTrusts,
] as const
