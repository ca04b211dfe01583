import {
  Add20Regular,
  Fingerprint20Regular,
  Flowchart20Regular,
  History20Regular,
  Home20Regular,
  ShieldKeyhole20Regular,
  ClipboardPulse20Regular,
  ClipboardTaskListLtr20Regular,
  Gavel20Regular,
  MailInbox20Regular,
  ShieldError20Regular,
  type FluentIcon,
} from '@fluentui/react-icons'
import { paths } from '../paths.ts'

interface RailEntry {
  readonly label: string
  readonly href: string
  readonly icon: FluentIcon
  readonly keys: string
}

/** The pages a person goes to, in the order of the rail. */
export const railEntries: readonly RailEntry[] = [
  { label: 'Home', href: paths.home(), icon: Home20Regular, keys: 'g h' },
  { label: 'New trust', href: paths.trustCreate(), icon: Add20Regular, keys: 'g n' },
  { label: 'Trusts', href: paths.trusts(), icon: ShieldKeyhole20Regular, keys: 'g t' },
  { label: 'Map', href: paths.map(), icon: Flowchart20Regular, keys: 'g m' },
  { label: 'Identities', href: paths.identities(), icon: Fingerprint20Regular, keys: 'g i' },
  { label: 'Findings', href: paths.findings(), icon: ShieldError20Regular, keys: 'g f' },
  { label: 'Reviews', href: paths.reviews(), icon: ClipboardTaskListLtr20Regular, keys: 'g r' },
  { label: 'Requests', href: paths.requests(), icon: MailInbox20Regular, keys: 'g q' },
  { label: 'Doctor', href: paths.doctor(), icon: ClipboardPulse20Regular, keys: 'g d' },
  { label: 'Rules', href: paths.policies(), icon: Gavel20Regular, keys: 'g p' },
  { label: 'Activity', href: paths.activity(), icon: History20Regular, keys: 'g a' },
]

/** The entry a page belongs to: its own address, or the longest that it lies under. */
export function entryOf(pathname: string): string | null {
  const under = railEntries.filter(
    ({ href }) => href === pathname || (href !== '/' && pathname.startsWith(`${href}/`)),
  )
  return under.at(-1)?.href ?? null
}
