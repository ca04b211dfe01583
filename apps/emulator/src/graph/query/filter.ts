/** A parsed `$filter`. Paths are property names from the entity, without a lambda's variable. */
export type Filter =
  | { kind: 'and'; left: Filter; right: Filter }
  | { kind: 'or'; left: Filter; right: Filter }
  | { kind: 'not'; of: Filter }
  | { kind: 'compare'; operator: Comparison; path: string[]; value: Literal }
  | { kind: 'in'; path: string[]; values: Literal[] }
  | { kind: 'call'; name: StringFunction; path: string[]; value: Literal }
  | { kind: 'any'; path: string[]; of: Filter | undefined }
  | { kind: 'all'; path: string[]; of: Filter | undefined }
  | { kind: 'count'; operator: Comparison; path: string[]; value: Literal }

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const
export type Comparison = (typeof comparisons)[number]

export const stringFunctions = ['startsWith', 'endsWith', 'contains'] as const
export type StringFunction = (typeof stringFunctions)[number]

export type Literal = string | number | boolean | null
