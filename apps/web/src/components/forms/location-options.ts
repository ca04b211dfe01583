import type { Location } from '@trustwright/shared-schemas'
import type { FieldNote } from './field-frame.tsx'
import type { SelectOption } from './select-field.tsx'

/** Locations by name, those without trusts in a group of their own at the end. */
export function locationOptions(locations: readonly Location[]): SelectOption[] {
  const option = ({ name, displayName, supportsTrusts }: Location): SelectOption => ({
    value: name,
    label: supportsTrusts ? `${displayName} (${name})` : `${displayName} (${name}), no trusts`,
    group: supportsTrusts ? 'Trusts work here' : 'No trusts here',
  })
  return locations
    .toSorted(
      (a, b) =>
        Number(b.supportsTrusts) - Number(a.supportsTrusts) || a.displayName.localeCompare(b.displayName),
    )
    .map(option)
}

/** Warns at the choice of a region where Azure refuses trusts, before anything is made. */
export function locationNotes(
  chosen: string,
  locations: readonly Location[],
  supportAsOf: string,
): FieldNote[] {
  const location = locations.find(({ name }) => name === chosen)
  if (location === undefined || location.supportsTrusts) return []
  return [
    {
      severity: 'warn',
      text: `Azure refuses trusts on identities in ${location.displayName} (as of ${supportAsOf}). The identity can be made, but no workload could sign in as it: choose another location.`,
    },
  ]
}
