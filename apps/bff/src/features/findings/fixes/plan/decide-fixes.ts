import type { StoredFinding } from '@trustwright/shared-schemas'
import { decideAddition } from './decide-addition.ts'
import { decideChange } from './decide-change.ts'
import { decideDeletion } from './decide-deletion.ts'
import type { Decided, Deciding, Decision, Left, Outcome, Place } from './decision.ts'
import type { KnownTrust } from './read-siblings.ts'

/** Of chosen findings, one change of each trust at the most; whatever is left is told with its reason. */
export function decideFixes(
  findings: readonly StoredFinding[],
  siblings: readonly KnownTrust[],
  place: Place,
): Decided {
  const byKey = new Map(siblings.map((trust) => [trust.key, trust]))
  const byParent = Map.groupBy(siblings, ({ parentKey }) => parentKey)
  const decisions: Decision[] = []
  const left: Left[] = []
  for (const ofTrust of Map.groupBy(findings, ({ trustKey, hash }) => trustKey ?? hash).values()) {
    const able = ofTrust.filter((finding) => {
      const why = whyNot(finding)
      if (why !== null) left.push({ finding, why })
      return why === null
    })
    const [first] = able
    if (first === undefined) continue
    const trust = byKey.get(first.trustKey ?? '')
    const others = (byParent.get(first.parentKey) ?? []).filter((other) => other !== trust)
    const decided =
      trust === undefined
        ? 'It is not stored any more, as far as the portal read.'
        : decide({ trust, others, findings: able, place, before: decisions })
    if (typeof decided === 'string') left.push(...able.map((finding) => ({ finding, why: decided })))
    else {
      decisions.push(decided.decision)
      left.push(...decided.left)
    }
  }
  return { decisions, left }
}

function whyNot({ state, trustKey, fix }: StoredFinding): string | null {
  if (state === 'fixed') return 'It is fixed already.'
  if (state === 'accepted') return 'Somebody accepted it: reopen it first.'
  if (fix.withheld !== undefined) return fix.withheld
  if (trustKey === null) return `It is not about a single trust. ${fix.text}`
  const kind = fix.action?.kind
  if (kind === 'set' || kind === 'delete' || kind === 'create') return null
  return `Nobody but you can do this. ${fix.text}`
}

function decide(deciding: Deciding): Outcome {
  const of = (kind: string) => deciding.findings.filter(({ fix }) => fix.action?.kind === kind)
  const [adds, deletions] = [of('create'), of('delete')]
  if (adds.length > 0) return withLeft(deciding, adds, decideAddition(deciding, adds), seeFirst)
  if (deletions.length > 0) return decideDeletion(deciding)
  return decideChange(deciding)
}

const seeFirst = 'A trust with IDs is added beside it first: see a run work by that one.'

function withLeft(
  { findings }: Deciding,
  used: readonly StoredFinding[],
  decision: Decision | string,
  why: string,
): Outcome {
  if (typeof decision === 'string') return decision
  const rest = findings.filter((finding) => !used.includes(finding))
  return { decision, left: rest.map((finding) => ({ finding, why })) }
}
