import type { Spelling } from '../platform/template.ts'

/** A GUID's bytes in .NET's order: the first three groups are turned round. */
const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * GUIDs inside the `/eid1/` subjects of Microsoft's own callers: base64url of the bytes, without padding. What is no
 * GUID stays as it is.
 * https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity
 */
export const eid1Spelling: Spelling = { write: encodeGuid, read: decodeGuid }

function encodeGuid(guid: string): string {
  const hex = guid.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/.test(hex)) return guid
  const bytes = order.map((at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,6}/g) ?? []).map((six) => alphabet[Number.parseInt(six.padEnd(6, '0'), 2)]).join('')
}

function decodeGuid(text: string): string {
  if (!/^[A-Za-z0-9_-]{22}$/.test(text)) return text
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(6, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const hex = order.map((at) => (bytes[at] ?? 0).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
