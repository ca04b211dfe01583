import { severityWords } from '../../components/findings/severity-words.ts'
import type { ListedTrust, ListedUse } from '../../components/inventory/listed-trust.ts'
import { gapText, type ParentAccess } from '../../components/inventory/parent-access.ts'
import { exactTime, relativeTime } from '../../lib/time.ts'
import { counted } from '../../lib/words.ts'

export interface TwoLines {
  readonly first: string
  readonly second: string
  /** What a pointer or a screen reader is told beside it. */
  readonly whole: string
  readonly warns: boolean
}

/** The worst of what a trust opens, and how much more there is: `Owner` and `subscription Production +2`. */
export function accessWords(access: ParentAccess | null): TwoLines {
  if (access === null)
    return {
      first: 'Not here yet',
      second: '',
      whole: 'What its identity opens has not come yet, or could not be read.',
      warns: false,
    }
  const { opened, gaps } = access
  const missing = gaps.map(({ what, because }) => `${what}: ${gapText(because)}`).join('; ')
  const [worst] = opened ?? []
  if (worst === undefined) {
    const first = opened === null ? 'Not known' : gaps.length === 0 ? 'Opens nothing' : 'Nothing found'
    return { first, second: missing, whole: missing === '' ? first : `${first}. ${missing}`, warns: false }
  }
  const more = (opened?.length ?? 1) - 1
  const plus = more > 0 ? ` +${more}` : ''
  return {
    first: worst.name,
    second: `${worst.place}${plus}`,
    whole: [
      ...(opened ?? []).slice(0, 12).map(({ name, place }) => `${name} · ${place}`),
      ...(more > 11 ? [`and ${more - 11} more`] : []),
      ...(missing === '' ? [] : [missing]),
    ].join('\n'),
    warns: worst.warns,
  }
}

/** `2 hours ago`; of an identity with several trusts it is told that it is the identity's. */
export function lastUseWords(
  use: ListedUse | null,
  now: number,
): { readonly text: string; readonly exact: string } {
  if (use === null) return { text: 'Not known', exact: 'Its sign-ins could not be read.' }
  if (use.at === null) return { text: 'Never seen', exact: 'No sign-in, as far as Azure’s report goes back.' }
  const text = relativeTime(Date.parse(use.at), now)
  const exact = `${exactTime(Date.parse(use.at))}. The report lags by up to a day.`
  if (use.trusts === 1) return { text, exact }
  return {
    text: `${text} *`,
    exact: `By one of the ${use.trusts} trusts of its identity: Azure does not tell by which. ${exact}`,
  }
}

/** `High 3`, `None found`, `Not judged`. */
export function riskWords(mark: ListedTrust['mark']): string {
  if (mark === undefined) return 'Not judged'
  return mark === null ? 'None found' : `${severityWords[mark.severity]} ${mark.count}`
}

export function riskMeaning(mark: ListedTrust['mark']): string {
  if (mark === undefined) return 'Findings were not worked out yet.'
  if (mark === null) return 'No open finding.'
  return `${counted(mark.count, 'open finding')}, the worst is ${severityWords[mark.severity].toLowerCase()}.`
}

/** `Dana +2`, `Nobody`, `Not known`. */
export function ownerWords({ owners, parent }: Pick<ListedTrust, 'owners' | 'parent'>): {
  readonly text: string
  readonly whole: string
} {
  if (owners === null) {
    const because = parent === null || parent.owners.known ? null : gapText(parent.owners.because)
    return { text: 'Not known', whole: because === null ? 'Not read yet' : because }
  }
  const [first] = owners
  if (first === undefined) return { text: 'Nobody', whole: 'It has no owner.' }
  return { text: owners.length > 1 ? `${first} +${owners.length - 1}` : first, whole: owners.join('\n') }
}
