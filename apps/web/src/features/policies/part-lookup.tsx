import { Button } from '@fluentui/react-components'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { roleTemplatesQuery } from '../../api/access-queries.ts'
import { directorySearchQuery } from '../../api/directory-queries.ts'
import { greatRoles } from '../../components/access/great-roles.ts'
import { useInventory } from '../../components/inventory/use-inventory.ts'
import { useRested } from '../../components/checks/use-rested.ts'
import { LinePicker } from './line-picker.tsx'
import { storedChoices, type PolicyChoice, type PolicyPart } from './policy-choices.ts'

export type LookedUp = PolicyPart | 'mayCreate' | 'reasonRoles'

interface PartLookupProps {
  readonly name: string
  readonly part: LookedUp
  readonly onPick: (choice: PolicyChoice) => void
}

const buttons: Readonly<Record<LookedUp, string>> = {
  allowedIssuers: 'Choose issuers of stored trusts',
  allowedOwners: 'Choose owners of stored trusts',
  scopes: 'Choose subscriptions and groups',
  mayCreate: 'Find people and groups',
  reasonRoles: 'Choose roles',
}

const help = 'Choose one to put it on the list. Others can be typed.'

/** Looks a value up by its name. Nothing is asked before somebody wants to. */
export function PartLookup(props: PartLookupProps) {
  const [open, setOpen] = useState(false)
  const { part } = props
  if (!open)
    return (
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          {buttons[part]}
        </Button>
      </div>
    )
  if (part === 'mayCreate') return <People {...props} />
  if (part === 'reasonRoles') return <Roles {...props} />
  return <Stored {...props} part={part} />
}

function Stored({ name, part, onPick }: PartLookupProps & { readonly part: PolicyPart }) {
  const { inventory } = useInventory()
  const rows = inventory?.rows
  const choices = useMemo(() => storedChoices(part, rows ?? []), [part, rows])
  return (
    <LinePicker name={`${name}-lookup`} label={buttons[part]} help={help} choices={choices} onPick={onPick} />
  )
}

const groups: readonly PolicyChoice[] = [
  { value: 'owner-like', label: 'Roles like Owner', detail: 'They may do everything, or give rights away' },
  { value: 'broad', label: 'Roles at a whole subscription', detail: 'Or above it' },
]

function Roles({ name, onPick }: PartLookupProps) {
  const templates = useQuery(roleTemplatesQuery).data?.templates ?? []
  const each = new Map([
    ...Object.entries(greatRoles).map(
      ([roleId, roleName]) => [roleId, { value: roleId, label: roleName, detail: roleId }] as const,
    ),
    ...templates.map(
      ({ roleId, roleName }) => [roleId, { value: roleId, label: roleName, detail: roleId }] as const,
    ),
  ])
  return (
    <LinePicker
      name={`${name}-lookup`}
      label={buttons.reasonRoles}
      help={help}
      choices={[...groups, ...each.values()]}
      onPick={onPick}
    />
  )
}

const askedAfterMs = 300

/** People and groups by name; where the directory refuses one kind, it says so and finds the other. */
function People({ name, onPick }: PartLookupProps) {
  const [typed, setTyped] = useState('')
  const search = useRested(typed.trim() === '' ? null : typed.trim(), askedAfterMs)
  const query = directorySearchQuery(search ?? '')
  const found = useQuery(search === null ? { ...query, queryFn: skipToken } : query)
  const { principals = [], refused = [] } = found.data ?? {}
  const choices = principals.map(({ displayName, kind, objectId, username }) => ({
    value: objectId,
    label: displayName || (username ?? objectId),
    detail: kind === 'group' ? 'Group' : (username ?? 'Person'),
  }))
  const gaps = refused.map(({ detail, nextStep }) => `${detail} ${nextStep}`)
  return (
    <LinePicker
      name={`${name}-lookup`}
      label={buttons.mayCreate}
      help={
        found.error === null
          ? ['The beginning of a name or user name.', ...gaps].join(' ')
          : 'The directory does not let you look people up: type the object ID above.'
      }
      choices={choices}
      onSearch={setTyped}
      onPick={onPick}
    />
  )
}
