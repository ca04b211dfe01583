import { causeOf } from '../../cause.ts'
import type { ErrorRule } from '../../error/error-case.ts'
import { accessPhrases } from './access-phrases.ts'
import { clientPhrases } from './client-phrases.ts'
import type { Phrase } from './phrase.ts'
import { pipelinePhrases } from './pipeline-phrases.ts'
import { toolPhrases } from './tool-phrases.ts'

/** Sentences of tools: the first that stands in the text. */
export const phrases: ErrorRule = ({ failure }) => {
  for (const phrase of [...toolPhrases, ...pipelinePhrases, ...accessPhrases, ...clientPhrases]) {
    const found = phrase.pattern.exec(failure.line)?.[0]
    if (found !== undefined) return { phase: phrase.phase, causes: [causeFrom(phrase, found)] }
  }
  return null
}

function causeFrom({ code, text, fix, certainty = 'certain' }: Phrase, found: string) {
  return causeOf(code, {
    severity: 'block',
    certainty,
    text,
    evidence: `The text says: ${found.slice(0, 200)}`,
    fix,
  })
}
