import { Combobox, Option, Select, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Identity } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { FieldFrame, describedBy } from '../../components/forms/field-frame.tsx'
import { FailedState } from '../../components/state-views.tsx'
import { counted } from '../../lib/words.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { matchingIdentities } from './matching-identities.ts'
import { NewIdentityLink } from './new-identity-link.tsx'
import { identitiesQuery, subscriptionsQuery } from '../../api/identity-queries.ts'
import { usePickedIdentity } from './use-picked-identity.ts'

const useStyles = makeStyles({ list: { maxHeight: '320px' } })

/** The input that a missing identity is reported at. */
export const identityField = 'identity-choice'

interface IdentityPickerProps {
  readonly subscriptionId: string | null
  readonly error: string | null
}

/** Subscription, then identity. A single subscription counts as chosen. */
export function IdentityPicker({ subscriptionId, error }: IdentityPickerProps) {
  const subscriptions = useQuery(subscriptionsQuery)
  const { pickSubscription } = usePickedIdentity()
  if (subscriptions.data === undefined) {
    if (subscriptions.error === null)
      return <Skeleton shape="form" count={2} label="Reading your subscriptions" />
    return <FailedState error={subscriptions.error} onRetry={() => void subscriptions.refetch()} />
  }
  const list = subscriptions.data.subscriptions
  const chosen = subscriptionId ?? (list.length === 1 ? (list[0]?.subscriptionId ?? null) : null)
  const name = chosen === null ? identityField : 'identity-subscription'
  const refused = chosen === null ? (error ?? undefined) : undefined
  return (
    <>
      <FieldFrame
        name={name}
        label="Subscription"
        help={list.length === 0 ? 'You can read no subscription. Ask for the role Reader on one.' : undefined}
        error={refused}
      >
        <Select
          {...describedBy(name, { label: 'Subscription' }, refused)}
          value={chosen ?? ''}
          onChange={(_, { value }) => pickSubscription(value)}
        >
          <option value="">Choose a subscription</option>
          {list.map(({ subscriptionId: id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </Select>
      </FieldFrame>
      {chosen !== null && <IdentityList subscriptionId={chosen} error={error} />}
    </>
  )
}

function IdentityList({
  subscriptionId,
  error,
}: {
  readonly subscriptionId: string
  readonly error: string | null
}) {
  const styles = useStyles()
  const { pickIdentity } = usePickedIdentity()
  const identities = useQuery(identitiesQuery(subscriptionId))
  const [typed, setTyped] = useState('')
  if (identities.data === undefined) {
    if (identities.error === null) return <Skeleton shape="form" count={1} label="Reading the identities" />
    return <FailedState error={identities.error} onRetry={() => void identities.refetch()} />
  }
  const { shown, left } = matchingIdentities(identities.data.identities, typed)
  const total = identities.data.identities.length
  const help =
    total === 0
      ? 'This subscription has none yet.'
      : `${counted(total, 'identity', 'identities')} here. Type to find one by name or group.`
  return (
    <>
      <FieldFrame name={identityField} label="Managed identity" help={help} error={error ?? undefined}>
        <Combobox
          {...describedBy(identityField, { label: 'Managed identity', help }, error ?? undefined)}
          freeform
          value={typed}
          listbox={{ className: styles.list }}
          onChange={(event) => setTyped(event.target.value)}
          onOptionSelect={(_, { optionValue }) => {
            const picked = shown.find(({ resourceId }) => resourceId === optionValue)
            if (picked !== undefined) pickIdentity(picked)
          }}
        >
          {shown.map((identity) => (
            <Option
              key={identity.resourceId}
              value={identity.resourceId}
              text={identity.identityName}
              disabled={!identity.supportsTrusts}
            >
              {optionWords(identity)}
            </Option>
          ))}
          {left > 0 && (
            <Option disabled value="" text="">
              {`${counted(left, 'more', 'more')}: type to narrow the list`}
            </Option>
          )}
        </Combobox>
      </FieldFrame>
      <div>
        <NewIdentityLink subscriptionId={subscriptionId} />
      </div>
    </>
  )
}

function optionWords({ identityName, resourceGroup, location, supportsTrusts }: Identity): string {
  const words = `${identityName} · ${resourceGroup} · ${location}`
  return supportsTrusts ? words : `${words} (region without trusts)`
}
