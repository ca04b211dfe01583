/** What the inventory calls the identity or application of a trust, by the trust's resource ID. */
export function parentKeyOf(resourceId: string): string {
  const [parent = ''] = resourceId.toLowerCase().split('/federatedidentitycredentials/')
  return parent
}
