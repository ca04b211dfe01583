import {
  type Expression,
  type ExpressionOperator,
  expressionOperators,
  type ExpressionTerm,
  type ParsedExpression,
} from './expression.ts'
import { ExpressionError, ExpressionScanner } from './expression-scanner.ts'

const termShape = "claims['sub'] matches 'repo:contoso/pay-api:*'"

/**
 * Reads a claims matching expression of a flexible federated identity credential: terms `claims['name'] eq 'text'` or
 * `claims['name'] matches 'pattern'`, joined by `and`, with single blanks. A doubled single quote inside a text is one
 * quote (u: the documents say that quotes escape, not how). Wrong text does not throw; it answers where it goes wrong.
 * https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials
 */
export function parseExpression(text: string): ParsedExpression {
  try {
    return { expression: readExpression(new ExpressionScanner(text)), problem: null }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { expression: null, problem: error.problem }
  }
}

function readExpression(scanner: ExpressionScanner): Expression {
  if (scanner.text.trim() === '')
    scanner.fail('The expression is empty.', `Write a term, such as ${termShape}`)
  const terms = [readTerm(scanner)]
  while (!scanner.atEnd) {
    readAnd(scanner)
    terms.push(readTerm(scanner))
  }
  return { terms }
}

function readTerm(scanner: ExpressionScanner): ExpressionTerm {
  const claim = readClaim(scanner)
  oneBlank(scanner, 'Write one blank between the claim and its operator.')
  const operator = readOperator(scanner)
  oneBlank(scanner, 'Write one blank between the operator and the text.')
  return { claim, operator, comparand: readComparand(scanner) }
}

function readClaim(scanner: ExpressionScanner): string {
  if (!scanner.take("claims['")) refuseTermStart(scanner)
  const name = scanner.run(/[^'\]]*/)
  if (name.trim() === '') scanner.fail('The name of the claim is empty.', "Name it, such as claims['sub'].")
  if (!scanner.take("']")) {
    scanner.fail('The name of the claim does not end here.', "Close it by '], such as claims['sub'].")
  }
  return name
}

function refuseTermStart(scanner: ExpressionScanner): never {
  const { rest } = scanner
  if (/^\s/.test(rest)) scanner.fail('White space stands where a term begins.', 'Remove it.')
  if (rest.startsWith('('))
    scanner.fail('The language has no parentheses.', 'Remove them: all terms have to hold.')
  if (/^not\b/i.test(rest)) scanner.fail('The language has no “not”.', 'Say what has to match instead.')
  if (/^claims(?:\["|\.|\[)/i.test(rest)) {
    scanner.fail(
      'A claim is written in small letters with brackets and single quotes.',
      "Write claims['sub'].",
    )
  }
  scanner.fail('A term begins with a claim.', `Write it as ${termShape}`)
}

function readOperator(scanner: ExpressionScanner): ExpressionOperator {
  const start = scanner.position
  const word = scanner.run(/[^\s']*/)
  const operator = expressionOperators.find((known) => known === word)
  if (operator !== undefined) return operator
  scanner.position = start
  if (word === '') scanner.fail('The operator is missing.', 'Write eq or matches.')
  const small = expressionOperators.find((known) => known === word.toLowerCase())
  if (small !== undefined) scanner.fail('Operators have small letters.', `Write ${small}.`)
  return scanner.fail(
    `Azure documents no operator ${word}.`,
    'Write eq for the whole text, or matches with * for any characters and ? for one.',
  )
}

function readComparand(scanner: ExpressionScanner): string {
  if (!scanner.take("'")) {
    scanner.fail('The text to compare with is not in single quotes.', "Write it as 'text'.")
  }
  const start = scanner.position
  const parts = [scanner.run(/[^']*/)]
  while (scanner.take("''")) parts.push(scanner.run(/[^']*/))
  if (!scanner.take("'")) {
    scanner.position = start
    scanner.fail('The text to compare with has no closing quote.', 'End it with a single quote.')
  }
  const comparand = parts.join("'")
  if (comparand !== '') return comparand
  scanner.position = start
  return scanner.fail('The text to compare with is empty.', 'Write what the claim holds.')
}

function readAnd(scanner: ExpressionScanner): void {
  const { rest } = scanner
  if (rest.trim() === '') scanner.fail('White space stands at the end.', 'Remove it.')
  if (/^\s*or\b/i.test(rest)) {
    scanner.fail('The language has no “or”.', 'Make one trust for each case: one match is enough.')
  }
  if (/^\s*\)/.test(rest)) scanner.fail('The language has no parentheses.', 'Remove them.')
  if (scanner.take(' and ')) return
  if (/^\s*(?:and\b|&&)/i.test(rest)) {
    scanner.fail('Terms are joined by “and” in small letters with one blank on each side.', 'Write it so.')
  }
  scanner.fail(
    'After a term comes “and” with another term, or nothing.',
    'Remove the rest, join it by and, or double a quote that belongs to the text.',
  )
}

function oneBlank(scanner: ExpressionScanner, fix: string): void {
  if (!scanner.take(' ')) scanner.fail('A blank is missing.', fix)
  if (/^\s/.test(scanner.rest))
    scanner.fail('One blank is enough; Azure documents no other spacing.', 'Remove the others.')
}
