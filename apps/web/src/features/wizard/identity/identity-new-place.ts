import { skipToken, useQuery } from '@tanstack/react-query'
import type { Access, Location, ResourceGroup } from '@trustwright/shared-schemas'
import {
  locationsQuery,
  resourceGroupAccessQuery,
  resourceGroupsQuery,
} from '../../../api/identity-queries.ts'
import { groupOf, newGroup, newIdentity, type IdentityValues } from './identity-choice.ts'

/** What is known of the place where a new identity would lie. */
export interface NewPlace {
  readonly groups: readonly ResourceGroup[]
  /** Null while they are not read. */
  readonly known: readonly ResourceGroup[] | null
  readonly locations: readonly Location[]
  readonly supportAsOf: string
  readonly error: Error | null
  /** The groups of the chosen subscription are on their way. */
  readonly isReading: boolean
  readonly askAgain: () => void
  /** What the person may not do there; null where nothing is known to be missing. */
  readonly missing: { readonly to: string; readonly access: Access } | null
  /** Why an identity with trusts cannot be made there; null while nothing speaks against it. */
  readonly reason: string | null
}

/** Groups and regions of the chosen subscription, and the person's right in the chosen group. */
export function useNewPlace(values: IdentityValues): NewPlace {
  const { subscriptionId, group } = values
  const groupsOf = resourceGroupsQuery(subscriptionId)
  const groups = useQuery(subscriptionId === '' ? { ...groupsOf, queryFn: skipToken } : groupsOf)
  const locationsOf = locationsQuery(subscriptionId)
  const locations = useQuery(subscriptionId === '' ? { ...locationsOf, queryFn: skipToken } : locationsOf)
  const known = groups.data?.resourceGroups ?? null
  const isMaking = group === newGroup
  const isThere = known?.some(({ name }) => name === group) === true
  const accessOf = resourceGroupAccessQuery(subscriptionId, group)
  const access = useQuery(isThere ? accessOf : { ...accessOf, queryFn: skipToken }).data
  const places = locations.data?.locations ?? []
  const missing = missingRight({
    isMaking,
    name: group,
    inGroup: access?.createIdentity ?? null,
    createGroup: groups.data?.create ?? null,
    createInNew: groups.data?.createIdentity ?? null,
  })
  return {
    groups: known ?? [],
    known,
    locations: places,
    supportAsOf: locations.data?.supportAsOf ?? '',
    error: groups.error,
    isReading: groups.isLoading,
    askAgain: () => void groups.refetch(),
    missing,
    reason: reasonOf(values, { known, places, missing }),
  }
}

interface Rights {
  readonly isMaking: boolean
  readonly name: string
  readonly inGroup: Access | null
  readonly createGroup: Access | null
  readonly createInNew: Access | null
}

/** The right that the chosen place lacks: in a group that is there, or to make one and an identity in it. */
export function missingRight({
  isMaking,
  name,
  inGroup,
  createGroup,
  createInNew,
}: Rights): NewPlace['missing'] {
  const lacking = (access: Access | null, to: string) =>
    access === null || access.allowed ? null : { to, access }
  if (!isMaking) return lacking(inGroup, `make an identity in ${name}`)
  return (
    lacking(createGroup, 'make a resource group here') ??
    lacking(createInNew, 'make an identity in a new resource group here')
  )
}

interface Facts {
  readonly known: readonly ResourceGroup[] | null
  readonly places: readonly Location[]
  readonly missing: NewPlace['missing']
}

/** Said at the button, before it is pressed. */
export function reasonOf(values: IdentityValues, { known, places, missing }: Facts): string | null {
  if (values.choice !== newIdentity) return null
  if (missing !== null) {
    return `You may not ${missing.to}. Choose another group or an identity that is there, or ask for the role named above.`
  }
  const place = places.find(({ name }) => name === values.location)
  if (place?.supportsTrusts === false) {
    return `Azure takes no trusts in ${place.displayName}. Choose another location.`
  }
  const name = groupOf(values)
  const isTaken = known?.some((one) => one.name.toLowerCase() === name.toLowerCase()) === true
  return values.group === newGroup && isTaken ? `There is a group ${name} already: choose it above.` : null
}
