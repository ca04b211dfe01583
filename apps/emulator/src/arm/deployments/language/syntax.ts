/** A parsed template expression. */
export type Syntax = LiteralSyntax | CallSyntax | SelectSyntax

interface LiteralSyntax {
  kind: 'literal'
  value: string | number
}

/** A function call; a user's function carries its namespace, as `contoso.name`. */
export interface CallSyntax {
  kind: 'call'
  name: string
  args: Syntax[]
}

/** `target.name` or `target[index]`. */
export interface SelectSyntax {
  kind: 'select'
  target: Syntax
  index: Syntax
}
