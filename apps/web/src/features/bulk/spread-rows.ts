import { limits, type NewTrust, type SetUpParent } from '@trustwright/shared-schemas'
import type { RowProblem, WantedRow } from './bulk-row.ts'
import type { CompiledRow } from './compile-row.ts'
import { freeName } from './free-name.ts'

/** A trust that Azure holds already. */
export interface StoredTrust {
  readonly name: string
  readonly issuer: string
  readonly subject: string | null
}

/** An identity or application that was chosen for the rows. */
export interface Target {
  readonly key: string
  readonly name: string
  readonly parent: SetUpParent
  readonly stored: readonly StoredTrust[]
  /** What a row may call it by, beside its name: application ID, resource ID. */
  readonly otherNames: readonly string[]
}

/** `fill`: one after the other up to 20. `even`: each time where most room is left. */
export type SpreadOrder = 'fill' | 'even'

export interface PlacedRow {
  readonly row: WantedRow
  readonly target: Target
  readonly trusts: readonly NewTrust[]
  /** True where the target has the same issuer and subject: it takes no room. */
  readonly there: boolean
  /** Name that the row asked for, where it was taken; null otherwise. */
  readonly renamedFrom: string | null
}

export interface RefusedRowPlan {
  readonly row: WantedRow
  readonly problems: readonly RowProblem[]
}

export interface TargetUse {
  readonly target: Target
  readonly added: number
  readonly left: number
}

export interface SpreadPlan {
  readonly placed: readonly PlacedRow[]
  /** Rows that ask for what an earlier row asks for. */
  readonly twice: readonly { readonly row: WantedRow; readonly first: number }[]
  /** Rows that need a change. */
  readonly refused: readonly RefusedRowPlan[]
  /** Right as they are, but every identity is full. */
  readonly noRoom: readonly CompiledRow[]
  readonly uses: readonly TargetUse[]
}

interface Place {
  readonly target: Target
  /** Names in small letters, with what they stand for. */
  readonly names: Map<string, Pick<StoredTrust, 'issuer' | 'subject'>>
  left: number
  added: number
}

/**
 * Gives each row an identity. A row that names one gets that one; what is stored somewhere already stays there; rows of
 * one workload stay together where they fit. No identity gets more than 20 trusts with those it has.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export function spreadRows(
  rows: readonly CompiledRow[],
  targets: readonly Target[],
  order: SpreadOrder,
): SpreadPlan {
  const places = targets.map(toPlace)
  const calledBy = placesByName(places)
  const filled = places.filter(({ target }) => target.stored.length > 0)
  const placed: PlacedRow[] = []
  const refused: RefusedRowPlan[] = []
  const noRoom: CompiledRow[] = []
  const { once, twice } = takeOnce(rows)
  const free: CompiledRow[] = []
  for (const compiled of once) {
    const { row, problems } = compiled
    if (problems.length > 0) refused.push({ row, problems })
    else if (row.identity === '') {
      const home = filled.find((place) => holds(place, compiled))
      if (home === undefined) free.push(compiled)
      else placed.push(put(home, compiled))
    } else pin(compiled)
  }
  for (const group of Map.groupBy(free, ({ row }) => row.workload.toLowerCase()).values()) placeGroup(group)
  return {
    placed: placed.toSorted((a, b) => a.row.number - b.row.number),
    twice,
    refused: refused.toSorted((a, b) => a.row.number - b.row.number),
    noRoom,
    uses: places.map(({ target, added, left }) => ({ target, added, left })),
  }

  function pin(compiled: CompiledRow): void {
    const { row } = compiled
    const named = calledBy.get(row.identity.toLowerCase()) ?? []
    const [place] = named
    if (place === undefined || named.length > 1) {
      const message =
        place === undefined
          ? `${row.identity} is not among the chosen identities. Choose it, or leave the cell empty.`
          : `${named.length} chosen identities are called ${row.identity}. Write the application or resource ID.`
      refused.push({ row, problems: [{ field: 'identity', message }] })
      return
    }
    const taken = takenName(place, compiled)
    if (taken !== null) refused.push({ row, problems: [taken] })
    else if (holds(place, compiled) || place.left >= compiled.trusts.length) placed.push(put(place, compiled))
    else noRoom.push(compiled)
  }

  function placeGroup(group: readonly CompiledRow[]): void {
    const size = group.reduce((sum, { trusts }) => sum + trusts.length, 0)
    const whole = choose(places, size, order)
    for (const compiled of group) {
      if (whole !== null && takenName(whole, compiled) === null) {
        placed.push(put(whole, compiled))
        continue
      }
      // Only now: for each of ten thousand rows, a look at hundreds of identities would stop the page.
      const fitting =
        compiled.row.name === '' ? places : places.filter((place) => takenName(place, compiled) === null)
      const place = choose(fitting, compiled.trusts.length, order)
      const [first] = places
      const taken = first === undefined || fitting.length > 0 ? null : takenName(first, compiled)
      if (place !== null) placed.push(put(place, compiled))
      else if (taken === null) noRoom.push(compiled)
      else refused.push({ row: compiled.row, problems: [taken] })
    }
  }
}

/** Places that rows still need beyond those that are there, in identities of 20. */
export function identitiesNeeded({ noRoom }: Pick<SpreadPlan, 'noRoom'>): number {
  const open = noRoom.filter(({ row }) => row.identity === '')
  return Math.ceil(open.reduce((sum, { trusts }) => sum + trusts.length, 0) / limits.trustsPerIdentity)
}

function toPlace(target: Target): Place {
  return {
    target,
    names: new Map(target.stored.map((trust) => [trust.name.toLowerCase(), trust])),
    left: Math.max(0, limits.trustsPerIdentity - target.stored.length),
    added: 0,
  }
}

function choose(places: readonly Place[], size: number, order: SpreadOrder): Place | null {
  if (order === 'fill') return places.find(({ left }) => left >= size) ?? null
  let most: Place | null = null
  for (const place of places) if (place.left >= size && place.left > (most?.left ?? -1)) most = place
  return most
}

function put(place: Place, { row, trusts }: CompiledRow): PlacedRow {
  let renamedFrom: string | null = null
  let added = 0
  const named = trusts.map((trust) => {
    const stored = storedPair(place.target, trust)
    if (stored !== undefined) return { ...trust, name: stored.name }
    const name = freeName(trust.name, place.names)
    if (name !== trust.name) renamedFrom ??= trust.name
    place.names.set(name.toLowerCase(), { issuer: trust.issuer, subject: trust.subject ?? null })
    added += 1
    return { ...trust, name }
  })
  place.left -= added
  place.added += added
  return { row, target: place.target, trusts: named, there: added === 0, renamedFrom }
}

/** A name that a row asks for itself is kept or refused, never changed: something may be written down with it. */
function takenName({ target, names }: Place, { row, trusts }: CompiledRow): RowProblem | null {
  if (row.name === '') return null
  for (const { name, issuer, subject } of trusts) {
    const there = names.get(name.toLowerCase())
    if (there === undefined || (there.issuer === issuer && there.subject === subject)) continue
    const what = there.subject ?? 'a pattern'
    const from = there.issuer === issuer ? '' : ` of ${there.issuer}`
    return {
      field: 'name',
      message: `${target.name} has a trust ${name} for ${what}${from}; this row asks for ${subject ?? 'a pattern'}. Choose another name, or leave the cell empty.`,
    }
  }
  return null
}

function holds({ target }: Place, { trusts }: CompiledRow): boolean {
  return trusts.length > 0 && trusts.every((trust) => storedPair(target, trust) !== undefined)
}

/** Azure takes an issuer and subject once on each identity; capitals count. */
function storedPair({ stored }: Target, { issuer, subject }: NewTrust): StoredTrust | undefined {
  return stored.find((one) => one.issuer === issuer && one.subject === subject)
}

/** By every name that a row may call it by, in small letters. */
function placesByName(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>()
  for (const place of places) {
    const { name, otherNames } = place.target
    for (const one of new Set([name, ...otherNames].map((text) => text.toLowerCase()))) {
      found.set(one, [...(found.get(one) ?? []), place])
    }
  }
  return found
}

function takeOnce(rows: readonly CompiledRow[]) {
  const seen = new Map<string, number>()
  const once: CompiledRow[] = []
  const twice: { row: WantedRow; first: number }[] = []
  for (const compiled of rows) {
    const { row, trusts, problems } = compiled
    const pairs = JSON.stringify([
      row.identity.toLowerCase(),
      trusts.map(({ issuer, subject }) => [issuer, subject]),
    ])
    const first = problems.length > 0 ? undefined : seen.get(pairs)
    if (first !== undefined) twice.push({ row, first })
    else {
      once.push(compiled)
      if (problems.length === 0) seen.set(pairs, row.number)
    }
  }
  return { once, twice }
}
