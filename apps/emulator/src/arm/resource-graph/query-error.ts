/** Where and why a query was refused; `graphQueryRefusal` puts it into Resource Graph's words. */
export class QueryError extends Error {
  readonly details: Record<string, unknown>

  constructor(details: { code: string; message: string } & Record<string, unknown>) {
    super(details.message)
    this.name = 'QueryError'
    this.details = details
  }
}

/** Seen in Azure/aztfexport#485. */
export function parserFailure(source: string, at: number, token: string, expectedToken?: string): QueryError {
  const before = source.slice(0, at).split('\n')
  return new QueryError({
    code: 'ParserFailure',
    message: 'ParserFailure',
    line: before.length,
    characterPositionInLine: before.at(-1)?.length ?? 0,
    token,
    ...(expectedToken === undefined ? {} : { expectedToken }),
  })
}

/** (u) */
export function unknownName(kind: 'column' | 'function', name: string): QueryError {
  const what = kind === 'column' ? 'column or scalar expression' : 'function'
  return new QueryError({ code: 'UnknownName', message: `Failed to resolve ${what} named '${name}'` })
}

/** (u) */
export function tooDeep(most: number): QueryError {
  return new QueryError({
    code: 'InvalidQuery',
    message: `The query has more than ${most} brackets inside each other.`,
  })
}

/** (u) */
export function unknownTable(name: string): QueryError {
  return new QueryError({
    code: 'DisallowedLogicalTableName',
    message: `Table ${name} is invalid, unsupported or disallowed.`,
  })
}
