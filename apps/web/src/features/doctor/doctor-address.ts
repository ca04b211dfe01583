import { holdsToken } from '@trustwright/shared-schemas'
import { parentOfSearch } from '../../components/parent/parent-of-search.ts'
import { shorten } from '../../lib/shorten.ts'
import { DoctorSearch, parseSearch } from '../../search.ts'

/** What a link to the doctor says, as the text that its box begins with; empty where it says nothing. */
export function textOfLink({ code, issuer, subject, audience }: DoctorSearch): string {
  const values = [
    ['issuer', issuer],
    ['subject claim', subject],
    ['audience', audience],
  ] as const
  const told = values.flatMap(([label, value]) =>
    value === undefined || value.trim() === '' ? [] : [`${label} - ${value.trim()}`],
  )
  const digits = /^(?:AADSTS)?(\d{4,8})$/i.exec(code?.trim() ?? '')?.[1]
  const named = digits === undefined ? (code?.trim() ?? '') : `AADSTS${digits}`
  return [...(named === '' ? [] : [named]), ...told].join('\n')
}

/** Names that links of other pages and older habits use, and how this page calls them. */
const otherNames: Readonly<Record<string, keyof DoctorSearch>> = {
  iss: 'issuer',
  sub: 'subject',
  aud: 'audience',
  error: 'code',
  errorCode: 'code',
  appId: 'application',
  clientId: 'application',
  client_id: 'application',
  resourceGroup: 'group',
}
const names = Object.keys(DoctorSearch.shape)
const parentNames = ['subscription', 'group', 'identity', 'application'] as const

/** What a link says that this page cannot use, a sentence each. A link that carries a token is told elsewhere. */
export function problemsOfLink(address: string): readonly string[] {
  if (carriesToken({ search: address, hash: '' })) return []
  const given = Object.entries(parseSearch(address)).filter(([name, value]) => name !== '' && value !== '')
  const read: Readonly<Record<string, string | undefined>> = DoctorSearch.parse(Object.fromEntries(given))
  const unread = given.flatMap(([name]) => {
    const shown = shorten(name, 40)
    const other = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined
    if (other !== undefined) return [`“${shown}” is not read: this page calls it “${other}”.`]
    if (!names.includes(name)) return [`“${shown}” is not known here.`]
    return read[name] === undefined ? [`“${shown}” is too long to be read.`] : []
  })
  const isParent = parentNames.some((name) => read[name] !== undefined)
  return isParent && parentOfSearch(read).parent === null
    ? [
        ...unread,
        'Whom the workload signs in as is not told whole: “subscription”, “group” and “identity” belong together, or an application’s client ID as “application”.',
      ]
    : unread
}

/** Whether an address carries a token, in its query or behind `#`. */
export function carriesToken({ search, hash }: Pick<Location, 'search' | 'hash'>): boolean {
  return [search, hash].some((part) => {
    const text = decoded(part.replaceAll('+', ' '))
    return (
      holdsToken(text.replace(/\s/g, '')) || /(?:^|[?#&])[\w-]*(?:token|assertion|jwt)=[^&]{8,}/i.test(text)
    )
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Broken percent signs: it is looked at as it stands.
    return text
  }
}
