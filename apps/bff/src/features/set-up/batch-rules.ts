import { limits, type RefusedRow, type SetUpItem } from '@trustwright/shared-schemas'
import { toStorable } from '../../domain/credential-values.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { groupKeyOf } from './group-plan.ts'
import { pairOf } from './judge-trust.ts'
import { parentKeyOf, parentNameOf } from './parent-key.ts'

type Problems = RefusedRow['problems']

/** What rows have against each other. */
export interface BatchRules {
  /** Problems of the row beside those that were added before; it is added where there are none. */
  add(item: SetUpItem): Problems
}

/** What the rows so far ask of one identity or application. */
interface Asked {
  readonly names: Map<string, { key: string; fingerprint: string }>
  readonly pairs: Map<string, { key: string; name: string }>
  location: { key: string; location: string } | null
}

export function createBatchRules(): BatchRules {
  const keys = new Set<string>()
  const parents = new Map<string, Asked>()
  const groups: Groups = new Map()
  return {
    add(item) {
      const parentKey = parentKeyOf(item.parent)
      const asked = parents.get(parentKey) ?? { names: new Map(), pairs: new Map(), location: null }
      const problems: Problems = []
      if (keys.has(item.key)) problems.push({ path: 'key', message: 'Another row has this key.' })
      problems.push(...judgeLocation(item, asked), ...judgeGroup(item, groups), ...judgeTrusts(item, asked))
      if (problems.length === 0) {
        keys.add(item.key)
        parents.set(parentKey, asked)
        remember(item, asked)
        rememberGroup(item, groups)
      }
      return problems
    },
  }
}

function judgeLocation({ parent }: SetUpItem, { location: first }: Asked): Problems {
  if (parent.kind !== 'newManagedIdentity' || first === null || first.location === parent.location) return []
  const message = `Row “${first.key}” makes this identity in ${first.location}. It has one location.`
  return [{ path: 'parent.location', message }]
}

type Groups = Map<string, { readonly key: string; readonly location: string }>

function judgeGroup({ parent }: SetUpItem, groups: Groups): Problems {
  if (parent.kind !== 'newManagedIdentity' || parent.groupLocation === undefined) return []
  const first = groups.get(groupKeyOf(parent))
  if (first === undefined || first.location === parent.groupLocation) return []
  const message = `Row “${first.key}” makes this resource group in ${first.location}. It has one region.`
  return [{ path: 'parent.groupLocation', message }]
}

function rememberGroup({ key, parent }: SetUpItem, groups: Groups): void {
  if (parent.kind !== 'newManagedIdentity' || parent.groupLocation === undefined) return
  const groupKey = groupKeyOf(parent)
  if (!groups.has(groupKey)) groups.set(groupKey, { key, location: parent.groupLocation })
}

function judgeTrusts(item: SetUpItem, asked: Asked): Problems {
  const problems: Problems = []
  const own = new Map<string, number>()
  const ownPairs = new Map<string, number>()
  for (const [index, { name, ...rest }] of item.trusts.entries()) {
    const path = `trusts.${index}`
    const values = toStorable(rest)
    const pair = pairOf(values)
    const named = asked.names.get(name.toLowerCase())
    const paired = asked.pairs.get(pair)
    if (named?.fingerprint === fingerprintOf(values)) {
      problems.push({ path, message: `Row “${named.key}” asks for the same trust already. Leave it out.` })
    } else if (named) {
      const message = `Row “${named.key}” uses this name with other values. Choose another name.`
      problems.push({ path: `${path}.name`, message })
    } else if (own.has(name.toLowerCase())) {
      problems.push({ path: `${path}.name`, message: 'The row uses this name twice. Choose another one.' })
    } else if (paired) {
      const message = `Row “${paired.key}” has the same issuer and subject under the name ${paired.name}. Azure takes the pair once.`
      problems.push({ path: `${path}.subject`, message })
    } else if (ownPairs.has(pair)) {
      const message = 'The row has the same issuer and subject twice. Azure takes the pair once.'
      problems.push({ path: `${path}.subject`, message })
    } else if (asked.names.size + index >= limits.trustsPerIdentity) {
      const message = `${parentNameOf(item.parent)} would have more than 20 trusts by the rows before. Use another identity for this row.`
      problems.push({ path, message })
    }
    own.set(name.toLowerCase(), index)
    ownPairs.set(pair, index)
  }
  return problems
}

function remember({ key, parent, trusts }: SetUpItem, asked: Asked): void {
  if (parent.kind === 'newManagedIdentity') asked.location ??= { key, location: parent.location }
  for (const { name, ...rest } of trusts) {
    const values = toStorable(rest)
    asked.names.set(name.toLowerCase(), { key, fingerprint: fingerprintOf(values) })
    asked.pairs.set(pairOf(values), { key, name })
  }
}
