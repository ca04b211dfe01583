import type { Unreadable } from '@trustwright/shared-schemas'
import { counted } from '../lib/words.ts'

export const kindWords: Readonly<Record<Unreadable['kind'], string>> = {
  subscription: 'Subscription',
  identity: 'Identity',
  application: 'Application',
  directory: 'Microsoft Graph',
  facts: 'Facts',
}

/** `2 subscriptions, 1 identity and applications of Microsoft Graph could not be read`. */
export function unreadableTitle(unreadable: readonly Unreadable[]): string {
  const numberOf = (wanted: Unreadable['kind']) => unreadable.filter(({ kind }) => kind === wanted).length
  const [subscriptions, identities] = [numberOf('subscription'), numberOf('identity')]
  const applications = numberOf('application')
  const parts = [
    ...(subscriptions === 0 ? [] : [counted(subscriptions, 'subscription')]),
    ...(identities === 0 ? [] : [counted(identities, 'identity', 'identities')]),
    ...(applications === 0 ? [] : [counted(applications, 'application')]),
    ...(numberOf('directory') === 0 ? [] : ['applications of Microsoft Graph']),
  ]
  const list = new Intl.ListFormat('en-GB').format(parts)
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} could not be read`
}

/** Graph may have broken off in the middle of its applications. */
export function unreadableMeaning(unreadable: readonly Unreadable[]): string {
  return unreadable.some(({ kind }) => kind === 'directory')
    ? 'Their trusts are not in this list. Of the applications, those read before it failed are.'
    : 'Their trusts are not in this list.'
}
