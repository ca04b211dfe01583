/** The input that a missing identity or application is reported at. */
export const parentField = 'parent-choice'
