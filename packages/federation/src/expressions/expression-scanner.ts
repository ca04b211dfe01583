import type { ExpressionProblem } from './expression.ts'

/** Where a text could not be read on. */
export class ExpressionError extends Error {
  readonly problem: ExpressionProblem

  constructor(position: number, text: string, fix: string) {
    super(text)
    this.problem = { position, text, fix }
  }
}

/** Reads a text from left to right. What does not stand there throws an ExpressionError. */
export class ExpressionScanner {
  readonly text: string
  position = 0

  constructor(text: string) {
    this.text = text
  }

  get atEnd(): boolean {
    return this.position === this.text.length
  }

  /** The rest from here. */
  get rest(): string {
    return this.text.slice(this.position)
  }

  fail(text: string, fix: string): never {
    throw new ExpressionError(this.position, text, fix)
  }

  take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.position)) return false
    this.position += expected.length
    return true
  }

  /** The longest run that the sticky pattern reads here; it may be empty. */
  run(pattern: RegExp): string {
    const sticky = new RegExp(pattern.source, 'uy')
    sticky.lastIndex = this.position
    const found = sticky.exec(this.text)?.[0] ?? ''
    this.position += found.length
    return found
  }
}
