/**
 * A GUID as `/eid1/` subjects write it: its bytes in .NET's order, base64url.
 * https://learn.microsoft.com/dotnet/api/system.guid.tobytearray
 */
export function toEid1Segment(guid: string): string {
  return reordered(Buffer.from(guid.replaceAll('-', ''), 'hex')).toString('base64url')
}

/** The GUID that a segment stands for; undefined when it is none. */
export function fromEid1Segment(segment: string): string | undefined {
  const bytes = Buffer.from(segment, 'base64url')
  if (bytes.length !== 16 || bytes.toString('base64url') !== segment) return undefined
  const hex = reordered(bytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The first three groups are little-endian. */
function reordered(bytes: Buffer): Buffer {
  const group = (from: number, to: number) => bytes.subarray(from, to).toReversed()
  return Buffer.concat([group(0, 4), group(4, 6), group(6, 8), bytes.subarray(8)])
}
