import type { PasteContext } from '../paste-context.ts'
import { credential, pastedTrust } from '../build-credential.ts'
import { note } from '../build-reading.ts'
import type { CredentialReading, PastedParent, PastedTrust } from '../paste-reading.ts'
import { isValues, listOf, textAt, textsOf, valueAt, type Values } from '../values.ts'
import { parentOfAddress, trustNameOf } from '../parent-address.ts'

/** Trusts in the JSON of Graph, of Azure Resource Manager, or of `az` and PowerShell, alone or in a list. */
export function readCredentialJson(value: unknown, { cloud }: PasteContext): CredentialReading | null {
  const list = Array.isArray(value) ? value : listOf(valueAt(value, 'value') ?? value)
  const found = list.flatMap((item) => {
    const trust = trustOf(item, cloud)
    return trust === null ? [] : [trust]
  })
  const others = list.length - found.length
  const left =
    others > 0 && found.length > 0
      ? [note('left-out', `${others} of ${list.length} entries are no trusts and were left out.`)]
      : []
  return credential(found, left)
}

/** One trust by its properties; null when the object is none. */
export function trustOf(
  item: unknown,
  cloud: PasteContext['cloud'],
  more: {
    readonly name?: string
    readonly parent?: PastedParent
    /** Its type says that it is a trust, though its values are computed. */
    readonly isCertain?: boolean
  } = {},
): PastedTrust | null {
  if (!isValues(item)) return null
  const inner = valueAt(item, 'properties')
  const properties: Values = isValues(inner) ? inner : item
  const issuer = textAt(properties, 'issuer', 'issuerUrl')
  const subject = textAt(properties, 'subject', 'subjectIdentifier')
  const expression = expressionOf(
    valueAt(properties, 'claimsMatchingExpression', 'claims_matching_expression'),
  )
  const isLikely = subject !== undefined || expression !== undefined
  if (!isLikely && more.isCertain !== true) return null
  if (isLikely && issuer === undefined && valueAt(properties, 'audiences', 'audience') === undefined)
    return null
  const id = textAt(item, 'id') ?? textAt(item, '@odata.id') ?? ''
  const parent = more.parent ?? parentOfAddress(id) ?? undefined
  return pastedTrust(
    {
      name: textAt(item, 'name', 'displayName', 'display_name') ?? trustNameOf(id) ?? more.name,
      issuer,
      subject,
      claimsMatchingExpression: expression,
      audiences: textsOf(valueAt(properties, 'audiences', 'audience')),
      description: textAt(properties, 'description'),
      parent,
    },
    cloud,
  )
}

function expressionOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : textAt(value, 'value')
}
