import type { Beacon, Trust, TrustParent } from '@trustwright/shared-schemas'
import type { TrustKey } from '../../paths.ts'

/**
 * The newest of a person's beacons for a trust as it is stored now; the list is newest first. One whose time is over says
 * nothing any more, and a match stands among the steps of the trust.
 */
export function beaconOfTrust(
  beacons: readonly Beacon[],
  key: TrustKey,
  { fingerprint }: Pick<Trust, 'fingerprint'>,
): Beacon | null {
  const newest = beacons.find((one) => one.fingerprint === fingerprint && isSame(one.trust, key))
  return newest?.state === 'waiting' || newest?.state === 'differs' ? newest : null
}

function isSame(one: TrustKey, other: TrustKey): boolean {
  return textOf(one) === textOf(other)
}

/** Azure keeps the case of names and compares them without. */
function textOf({ parent, trustName }: TrustKey): string {
  return [...partsOf(parent), trustName].join('/').toLowerCase()
}

function partsOf(parent: TrustParent): readonly string[] {
  if (parent.kind === 'application') return [parent.kind, parent.appId]
  return [parent.kind, parent.subscriptionId, parent.resourceGroup, parent.identityName]
}
