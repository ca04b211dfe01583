import { type Cause, causeOf } from '../../cause.ts'
import { checkTrust } from '../../check-trust.ts'
import type { Pair } from '../../claims/pair.ts'
import { lengthOf } from './form/time.ts'

/** Azure spreads a new or changed trust within minutes; until then the answer from before may come. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
const spreadSeconds = 600

/**
 * The token is refused although every value that is known equals the trust: not the values, but the record behind them is
 * at fault. https://github.com/Azure/azure-workload-identity/issues/1200
 */
export function refusedThoughEqual(pair: Pair): readonly Cause[] {
  const wrong = pair.presented.source === 'log' ? wrongIssuer(pair) : []
  if (wrong.length > 0) return wrong
  const age = ageOf(pair)
  const name = pair.trust.name ?? ''
  const evidence = `${equalWords(pair)}${age === null ? '' : `; the trust was made or changed ${lengthOf(age)} ago`}`
  if (age !== null && age < spreadSeconds) {
    return [
      causeOf('trust-new', {
        severity: 'block',
        certainty: 'certain',
        text: `Wait: the trust is ${lengthOf(age)} old, and Azure needs some minutes to propagate it. All values match.`,
        evidence,
        fix: 'Wait until it is ten minutes old, and retry every request until then. Do not edit the trust: each edit starts the wait again.',
        action: { kind: 'wait', seconds: Math.ceil(spreadSeconds - Math.max(0, age)) },
      }),
    ]
  }
  const workload = workloadOf(pair)
  const stale = causeOf('trust-stale', {
    severity: 'block',
    certainty: workload !== null ? 'possible' : age === null ? 'likely' : 'certain',
    text:
      age === null
        ? 'All values match, yet Azure refuses the token: the trust is new and not everywhere yet, or its record is stale.'
        : 'All values match and the trust is not new, yet Azure refuses the token: its record is stale.',
    evidence,
    fix: 'Wait ten minutes after the last change and retry; if it persists, delete the trust and create it again with the same values (recreate).',
    ...(name === '' ? {} : { action: { kind: 'recreate' as const, name } }),
  })
  return workload === null ? [stale] : [restart(workload, evidence), stale]
}

/** A log may show an issuer with the very fault that is stored, such as the slash of a link. */
function wrongIssuer({ trust, context }: Pair): readonly Cause[] {
  return checkTrust(trust, context).causes.filter(
    ({ family, severity }) => family === 'issuer' && severity === 'block',
  )
}

function restart(workload: string, evidence: string): Cause {
  return causeOf('client-stale', {
    severity: 'block',
    certainty: 'likely',
    text: `All values match: ${workload} keeps presenting what it remembers from before the trust was right.`,
    evidence,
    fix: `Restart ${workload}, then retry. If it persists, delete the trust and create it again.`,
  })
}

/** An operator that runs on and keeps its failing state. https://github.com/Azure/azure-workload-identity/issues/1200 */
function workloadOf({ trust, presented, context }: Pair): string | null {
  const known = context.facts?.kubernetes?.workload
  const account = /^system:serviceaccount:[^:]+:([^:]+)$/.exec(presented.subject ?? trust.subject ?? '')?.[1]
  if (account === 'keda-operator' || (known === 'keda' && account === undefined)) return 'keda-operator'
  return known !== undefined && account !== undefined ? account : null
}

function equalWords({ presented, trust }: Pair): string {
  const known = [
    presented.issuer === undefined ? '' : 'issuer',
    presented.subject === undefined ? '' : 'subject',
    presented.audiences === undefined ? '' : 'audience',
  ].filter((name) => name !== '')
  return `Equal to the letter with the trust ${trust.name ?? ''}: ${known.join(', ')}`
}

/** Seconds since the last change; null when it is not known, or lies in the future by more than clocks differ. */
function ageOf({ trust, context }: Pair): number | null {
  const times = [trust.changedAt, trust.createdAt, context.trustChangedAt, context.trustCreatedAt]
  const changed = times.find((time) => time !== undefined)
  if (changed === undefined || context.now === undefined) return null
  const age = (Date.parse(context.now) - Date.parse(changed)) / 1000
  return Number.isNaN(age) || age < -spreadSeconds ? null : Math.max(0, age)
}
