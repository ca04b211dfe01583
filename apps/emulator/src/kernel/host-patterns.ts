/**
 * The entry of a table of host names that covers `host`: the name itself, or `*.suffix`, where the star stands for
 * exactly one label as it does in a certificate (RFC 9525).
 */
export function coveringName(host: string, has: (name: string) => boolean): string | undefined {
  const name = host.toLowerCase()
  if (has(name)) return name
  const dot = name.indexOf('.')
  const wildcard = dot > 0 ? `*${name.slice(dot)}` : ''
  return wildcard !== '' && has(wildcard) ? wildcard : undefined
}
