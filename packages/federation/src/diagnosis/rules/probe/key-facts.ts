import { type Cause, causeOf } from '../../cause.ts'
import type { ProbeKeyFact, ProbeRule } from '../../probe-view.ts'

/** What each published key shows of itself beside its kind: https://www.rfc-editor.org/rfc/rfc7517#section-4 */
export const keyFactsRule: ProbeRule = ({ answer, issuer, now }) => {
  const facts = answer.keyFacts ?? []
  return [
    ...exposed(issuer, facts),
    ...sameId(issuer, facts),
    ...(now === undefined ? [] : outdated(issuer, facts, now)),
  ]
}

function exposed(issuer: string, facts: readonly ProbeKeyFact[]): Cause[] {
  const keys = facts.filter((key) => key.private)
  if (keys.length === 0) return []
  return [
    causeOf('key-exposed', {
      severity: 'block',
      certainty: 'certain',
      field: 'issuer',
      text: 'Anybody can sign tokens of this issuer: it publishes the private part of a key.',
      evidence: `Keys of ${issuer}: ${namesOf(keys)}`,
      fix: 'Replace the key at once, publish only its public part, and trust the issuer after that.',
    }),
  ]
}

function sameId(issuer: string, facts: readonly ProbeKeyFact[]): Cause[] {
  const ids = facts.flatMap(({ kid }) => (kid === undefined ? [] : [kid]))
  const twice = ids.filter((kid, at) => ids.indexOf(kid) < at)
  if (twice.length === 0) return []
  return [
    causeOf('keys-same-id', {
      severity: 'warn',
      certainty: 'likely',
      field: 'issuer',
      text: 'Sign-ins may fail now and then: two keys have the same ID, so which one signed cannot be told.',
      evidence: `Keys of ${issuer}: ${[...new Set(twice)].slice(0, 5).join(', ')}`,
      fix: 'Give each key an ID of its own.',
    }),
  ]
}

function outdated(issuer: string, facts: readonly ProbeKeyFact[], now: number): Cause[] {
  const isOutside = ({ certificateStartsAt, certificateEndsAt }: ProbeKeyFact) =>
    Date.parse(certificateStartsAt ?? '') > now || Date.parse(certificateEndsAt ?? '') < now
  const keys = facts.filter(isOutside)
  if (keys.length === 0) return []
  const dates = keys.map(
    ({ certificateStartsAt, certificateEndsAt }) =>
      `${certificateStartsAt ?? 'unknown'} to ${certificateEndsAt ?? 'unknown'}`,
  )
  return [
    causeOf('key-certificate', {
      severity: 'warn',
      certainty: 'possible',
      field: 'issuer',
      text: 'The certificate beside a key is outside its dates. Whether Entra looks at it is not documented.',
      evidence: `Keys of ${issuer}: ${namesOf(keys)}; ${dates.slice(0, 3).join(', ')}`,
      fix: 'Publish the key with a current certificate, or without one.',
    }),
  ]
}

function namesOf(keys: readonly ProbeKeyFact[]): string {
  return keys
    .slice(0, 5)
    .map(({ kid }) => kid ?? 'without ID')
    .join(', ')
}
