import type { Cloud } from '@trustwright/federation'
import type { InventoryRow, Trust } from '@trustwright/shared-schemas'
import { trustSentence, trustWords, type TrustWords } from '../trust-words.ts'

/** One trust of the inventory, with everything that filtering and sorting need of itself worked out once. */
export interface TrustRow {
  /** Short and the same in every pass, for the address. */
  readonly key: string
  /** Names the trust in the inventory and in findings. */
  readonly trustKey: string
  /** Names its application or managed identity there. */
  readonly parentKey: string
  /** When its identity or application was last read, ISO 8601. */
  readonly readAt: string
  readonly trust: Trust
  readonly words: TrustWords
  readonly sentence: string
  /** Of an application: its name. */
  readonly identityName: string
  readonly resourceGroup: string
  readonly subscriptionId: string
  readonly subscriptionName: string
  readonly location: string
  /** Null for a managed identity. */
  readonly appId: string | null
  /** Where the identity is, in two lines. */
  readonly place: readonly [string, string]
  /** Of a pipeline; null where the trust names none. */
  readonly environment: string | null
}

export function toTrustRow(
  { key: trustKey, parentKey, readAt, trust, applicationName, subscriptionName, location }: InventoryRow,
  cloud: Cloud = 'public',
): TrustRow {
  const words = trustWords(trust, cloud)
  const { parent } = trust
  const isManaged = parent.kind === 'managedIdentity'
  const appId = isManaged ? null : parent.appId
  const identityName = isManaged ? parent.identityName : applicationName || parent.appId
  const resourceGroup = isManaged ? parent.resourceGroup : ''
  const subscriptionId = isManaged ? parent.subscriptionId : ''
  return {
    key: shortKey(trust.resourceId),
    trustKey,
    parentKey,
    readAt,
    trust,
    words,
    sentence: trustSentence(words, identityName),
    identityName,
    resourceGroup,
    subscriptionId,
    subscriptionName,
    location,
    appId,
    place: appId === null ? [resourceGroup, subscriptionName] : ['App registration', appId],
    environment: /^environment ([^,]+)/.exec(words.qualifier ?? '')?.[1] ?? null,
  }
}

/** The key of a resource ID, in which letter case tells nothing apart. */
export function shortKey(resourceId: string): string {
  return textKey(resourceId.toLowerCase())
}

/**
 * 53 bits of a text (cyrb53, public domain, https://github.com/bryc/code/blob/master/jshash/PRNGs.md) as 11
 * letters and digits. 50,000 trusts share one with a chance of 1 in 7 million.
 */
export function textKey(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
