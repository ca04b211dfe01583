import type { ProbeAnswer, ProbeAttempt } from '@trustwright/federation'
import type { IssuerReading, ReadDocument } from '../issuer-port.ts'

/** A reading in the words of the diagnosis. */
export function probeAnswerOf({ document, keys, keyFacts, readAt }: IssuerReading): ProbeAnswer {
  return {
    readAt: readAt.toISOString(),
    ...attemptOf(document),
    ...(document.ok && { document: document.value }),
    ...(!document.ok &&
      document.facts.redirectedTo !== undefined && { redirectedTo: document.facts.redirectedTo }),
    ...(keys !== null && { keys: attemptOf(keys) }),
    ...(keys?.ok === true && { jwks: keys.value, keyFacts }),
  }
}

function attemptOf(read: ReadDocument): ProbeAttempt {
  const { milliseconds } = read
  if (read.ok) return { status: 200, milliseconds }
  const { reason, facts } = read
  if (reason === 'status')
    return { ...(facts.status !== undefined && { status: facts.status }), milliseconds }
  return { error: facts.detail === undefined ? reason : `${reason}: ${facts.detail}`, milliseconds }
}
