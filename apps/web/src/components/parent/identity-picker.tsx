import { Combobox, Option, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Identity, IdentitySearch, Subscription, TrustParent } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { allIdentitiesQuery, subscriptionsQuery } from '../../api/identity-queries.ts'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AppLink } from '../app-link.tsx'
import { FieldFrame, describedBy } from '../forms/field-frame.tsx'
import { FailedState } from '../state-views.tsx'
import { UnreadableList } from '../unreadable-list.tsx'
import { useHere } from '../use-here.ts'
import { useGoneIdentities, withoutGone } from './gone-identities.ts'
import { matchingIdentities } from './matching-identities.ts'
import { parentField } from './parent-field.ts'
import { useParentAddress } from './use-parent-address.ts'

const useStyles = makeStyles({ list: { maxHeight: '320px' } })

interface IdentityPickerProps {
  readonly subscriptionId: string | null
  readonly error: string | null
  /** Takes the choice where the page keeps it elsewhere than in its address. */
  readonly onPick?: (parent: TrustParent) => void
  /** Its name stands in the field until another is typed; null where a choice is shown elsewhere. */
  readonly picked?: TrustParent | null
}

/** Managed identities of every subscription, found by typing. */
export function IdentityPicker({ subscriptionId, error, onPick, picked = null }: IdentityPickerProps) {
  // One that was deleted since must not be offered: the list is read again each time it is shown.
  const identities = useQuery({ ...allIdentitiesQuery, refetchOnMount: 'always' })
  const gone = useGoneIdentities()
  const subscriptions = useQuery(subscriptionsQuery)
  const here = useHere()
  if (identities.data === undefined) {
    if (identities.error === null) return <Skeleton shape="form" count={1} label="Reading the identities" />
    return <FailedState error={identities.error} onRetry={() => void identities.refetch()} />
  }
  return (
    <>
      <Field
        found={withoutGone(identities.data, gone)}
        subscriptions={subscriptions.data?.subscriptions ?? []}
        subscriptionId={subscriptionId}
        error={error}
        picked={picked}
        {...(onPick === undefined ? {} : { onPick })}
      />
      <UnreadableList unreadable={identities.data.unreadable} />
      {onPick === undefined && (
        <div>
          <AppLink href={paths.identityCreate({ subscription: subscriptionId ?? undefined, returnTo: here })}>
            Make a new identity
          </AppLink>
        </div>
      )}
    </>
  )
}

interface FieldProps extends IdentityPickerProps {
  readonly found: IdentitySearch
  readonly subscriptions: readonly Subscription[]
}

function Field({ found, subscriptions, subscriptionId, error, onPick, picked }: FieldProps) {
  const styles = useStyles()
  const address = useParentAddress()
  const pick = onPick ?? address.pick
  // Null once one was picked: its name is no search, or the list would hold nothing but it.
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const names = new Map(subscriptions.map((one) => [one.subscriptionId, one.displayName]))
  const subscriptionName = (id: string) => names.get(id) ?? ''
  const { identities } = found
  const { shown, left } = matchingIdentities(identities, {
    typed: typed ?? '',
    subscriptionId,
    subscriptionName,
  })
  const help = helpOf(found, names.size)
  return (
    <FieldFrame name={parentField} label="Managed identity" help={help} error={error ?? undefined}>
      <Combobox
        {...describedBy(parentField, { label: 'Managed identity', help }, error ?? undefined)}
        freeform
        value={typed ?? (picked?.kind === 'managedIdentity' ? picked.identityName : '')}
        selectedOptions={[]}
        listbox={{ className: styles.list }}
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
        onChange={(event) => {
          setTyped(event.target.value)
          // Pasted text too: nobody presses a key for it.
          setOpen(true)
        }}
        onOptionSelect={(_, { optionValue }) => {
          const chosen = shown.find(({ resourceId }) => resourceId === optionValue)
          if (chosen === undefined) return
          const { subscriptionId, resourceGroup, identityName } = chosen
          setTyped(null)
          pick({ kind: 'managedIdentity', subscriptionId, resourceGroup, identityName })
        }}
      >
        {shown.map((identity) => (
          <Option
            key={identity.resourceId}
            value={identity.resourceId}
            text={identity.identityName}
            disabled={!identity.supportsTrusts}
          >
            {optionWords(identity, names.size > 1 ? subscriptionName(identity.subscriptionId) : '')}
          </Option>
        ))}
        {left > 0 && (
          <Option disabled value="" text="">
            {`${counted(left, 'more', 'more')}: type to narrow the list`}
          </Option>
        )}
      </Combobox>
    </FieldFrame>
  )
}

function helpOf({ identities, complete }: IdentitySearch, subscriptions: number): string {
  if (identities.length === 0) {
    return subscriptions === 0
      ? 'You can read no subscription. Ask for the role Reader on one, or choose an application.'
      : 'You can read no identity yet. Make one, or choose an application.'
  }
  const all = counted(identities.length, 'identity', 'identities')
  const where = subscriptions > 1 ? ` in ${subscriptions} subscriptions` : ''
  const rest = complete ? '' : ' There are more than were read: open the identity’s own page to add to it.'
  return `${all}${where}. Type to find one by name, group or subscription.${rest}`
}

function optionWords(identity: Identity, subscriptionName: string): string {
  const { identityName, resourceGroup, location, supportsTrusts } = identity
  const words = [identityName, resourceGroup, location, subscriptionName].filter(Boolean).join(' · ')
  return supportsTrusts ? words : `${words} (region without trusts)`
}
