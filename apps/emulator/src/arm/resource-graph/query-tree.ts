/** A scalar expression. Chains are lists, so that a tree is as deep as its brackets. */
export type Scalar =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'column'; name: string }
  | { kind: 'path'; of: Scalar; at: (string | number)[] }
  | { kind: 'call'; name: string; arguments: Scalar[] }
  | { kind: 'binary'; operator: string; left: Scalar; right: Scalar }
  | { kind: 'sum'; first: Scalar; rest: { operator: string; value: Scalar }[] }
  | { kind: 'in'; negated: boolean; ignoresCase: boolean; of: Scalar; list: Scalar[] }
  | { kind: 'and' | 'or'; parts: Scalar[] }

/** An expression with the name of the column it makes. */
export interface Named {
  name: string
  value: Scalar
}

export interface Sorting {
  value: Scalar
  descending: boolean
}

/** One step between two bars of a query. */
export type Step =
  | { kind: 'where'; condition: Scalar }
  | { kind: 'project'; columns: Named[] }
  | { kind: 'projectAway'; patterns: string[] }
  | { kind: 'extend'; columns: Named[] }
  | { kind: 'summarize'; aggregates: Named[]; by: Named[] }
  | { kind: 'count' }
  | { kind: 'sort'; by: Sorting[] }
  | { kind: 'top'; count: number; by: Sorting[] }
  | { kind: 'take'; count: number }
  | { kind: 'distinct'; columns: Named[] | 'all' }
  | {
      kind: 'join'
      type: 'inner' | 'leftouter' | 'innerunique'
      right: Query
      leftKey: string
      rightKey: string
    }
  | { kind: 'expand'; column: Named }

export interface Query {
  /** Lower case. */
  table: string
  steps: Step[]
}
