import { createHash } from 'node:crypto'

/**
 * `guid()`: a name-based GUID (RFC 9562, version 5) over the arguments joined by `-`, in the namespace that
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-string#guid names.
 */
export function deterministicGuid(values: readonly string[]): string {
  const namespace = Buffer.from('11fb06fb712d4ddd98c7e71bbd588830', 'hex')
  const hash = createHash('sha1').update(namespace).update(values.join('-')).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
