import { eid1Spelling } from '../../../../presets/eid1/spelling.ts'
import type { CauseCode } from '../../../codes.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'

const shape = /^\/eid1\/c\/([^/]+)\/t\/([^/]+)\/a\/([^/]+)\/(.+)$/s
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Subjects that Microsoft’s own callers make: IDs in them are base64url of the GUID’s bytes. */
export const eid1: PairRule = (pair) => {
  const { subject } = pair
  const token = shape.exec(subject?.presented ?? '')
  if (subject === null || token === null) return []
  const [code, text] = reasonOf(shape.exec(subject.stored), token, subject.stored)
  return [
    pairCause(pair, 'subject', code, {
      text: `No token matches: ${text}`,
      fix: 'Copy the presented subject into the trust, to the letter.',
      action: 'set',
    }),
  ]
}

function reasonOf(
  stored: RegExpExecArray | null,
  token: RegExpExecArray,
  text: string,
): readonly [CauseCode, string] {
  if (stored === null) {
    return text.startsWith('/eid1')
      ? ['eid1-form', 'the stored /eid1/ subject is not whole.']
      : ['generated-differs', 'the product makes an /eid1/ subject, and the trust has one of another form.']
  }
  const [tenant, caller] = [2, 3].map((at) => [stored[at] ?? '', token[at] ?? ''] as const)
  const isEncoded = (pair: readonly [string, string] | undefined) =>
    pair !== undefined && pair[0] !== pair[1] && (guid.test(pair[0]) || isSameGuid(pair[0], pair[1]))
  if (isEncoded(tenant) || isEncoded(caller)) {
    return [
      'eid1-encoding',
      `the ${isEncoded(tenant) ? 'tenant' : 'caller'} has to be encoded: base64url of the GUID’s bytes, where the stored subject has another spelling.`,
    ]
  }
  if (tenant?.[0] !== tenant?.[1]) {
    return [
      'eid1-other-tenant',
      `it names the tenant ${eid1Spelling.read(token[2] ?? '')}, the trust another one.`,
    ]
  }
  if (caller?.[0] !== caller?.[1])
    return ['eid1-form', 'the stored /eid1/ subject names another calling product.']
  if (stored[1] !== token[1]) return ['eid1-form', 'the stored /eid1/ subject names another cloud.']
  const isConnection = (token[4] ?? '').startsWith('sc/')
  return isConnection
    ? ['connection-differs', 'the token is of another service connection than the one that is trusted.']
    : ['generated-differs', 'the last part of the /eid1/ subject is another one.']
}

/** The GUID in base64 of another alphabet or padding, or of its bytes in written order. */
function isSameGuid(stored: string, token: string): boolean {
  const wanted = eid1Spelling.read(token)
  const spelled = stored.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  if (!/^[\w-]{22}$/.test(spelled) || !guid.test(wanted)) return false
  const read = eid1Spelling.read(spelled)
  const swapped = read.replace(
    /^(..)(..)(..)(..)-(..)(..)-(..)(..)-/,
    (_whole, a, b, c, d, e, f, g, h) => `${d}${c}${b}${a}-${f}${e}-${h}${g}-`,
  )
  return read === wanted || swapped === wanted
}
