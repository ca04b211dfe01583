import { Button, Checkbox, Input, Select, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { HTMLAttributes } from 'react'
import { roleTemplatesQuery } from '../../api/access-queries.ts'
import { greatRoles } from '../../components/access/great-roles.ts'
import { FieldFrame, describedBy } from '../../components/forms/field-frame.tsx'
import { namedAs, usePrincipalNames } from '../../components/principal-names.ts'
import { Fold } from '../../ui/fold.tsx'
import { PartLookup, type LookedUp } from './part-lookup.tsx'
import { withLine } from './policy-choices.ts'
import type { PolicyDraft } from './policy-form.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    padding: '16px',
    margin: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
  },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: '0 4px' },
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  field: { width: '100%', maxWidth: '640px' },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  ticks: { display: 'grid', justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface PolicyFieldsProps {
  readonly policy: PolicyDraft
  readonly errors: readonly string[]
  readonly onChange: (next: PolicyDraft) => void
  readonly onRemove: () => void
}

type ListKey =
  'scopes' | 'allowedIssuers' | 'allowedOwners' | 'forbiddenSubjects' | 'names' | 'mayCreate' | 'reasonRoles'

const star = 'One a line; * is any run of characters.'
const lists: readonly (readonly [ListKey, string, string])[] = [
  ['allowedIssuers', 'Only these issuers', star],
  ['allowedOwners', 'Only these owners at GitHub', 'One a line, in any case of letters.'],
  ['names', 'Names of trusts', `${star} One of them has to fit.`],
  ['forbiddenSubjects', 'Never these subjects', star],
]
const rarer: readonly (readonly [ListKey, string, string])[] = [
  ['scopes', 'Only below these scopes', 'Resource IDs, one a line: /subscriptions/… Left empty: everywhere.'],
  [
    'mayCreate',
    'Only these may create',
    'Object IDs of people and groups, one a line. Left empty: everybody.',
  ],
  ['reasonRoles', 'Roles that take a reason', 'owner-like, broad, or GUIDs of roles, one a line.'],
]
const forbiddenKinds = [
  ['pull-request', 'Trusts for pull requests'],
  ['pattern', 'Patterns of subjects'],
  ['name-based', 'Subjects with names that lack IDs'],
] as const

/** The form of one rule. */
export function PolicyFields({ policy, errors, onChange, onRemove }: PolicyFieldsProps) {
  const styles = useStyles()
  const set = (part: Partial<PolicyDraft>) => onChange({ ...policy, ...part })
  const name = policy.title === '' ? 'New rule' : policy.title
  const isRarerUsed = rarer.some(([key]) => policy[key] !== '') || policy.exceptAdministrators
  return (
    <fieldset className={styles.box}>
      <legend className={styles.legend}>{name}</legend>
      <TextLine
        name={`${policy.key}-title`}
        label="Title"
        help="What a refused person reads first."
        value={policy.title}
        error={errors[0]}
        onText={(title) => set({ title })}
      />
      {lists.map(([key, label, help]) => (
        <ListLines key={key} policy={policy} part={key} label={label} help={help} onChange={set} />
      ))}
      <FieldFrame name={`${policy.key}-forbidden`} label="Never" error={undefined} group>
        <div className={styles.ticks}>
          {forbiddenKinds.map(([kind, label]) => (
            <Checkbox
              key={kind}
              label={label}
              checked={policy.forbidden.includes(kind)}
              onChange={(_, { checked }) =>
                set({
                  forbidden:
                    checked === true
                      ? [...policy.forbidden, kind]
                      : policy.forbidden.filter((other) => other !== kind),
                })
              }
            />
          ))}
        </div>
      </FieldFrame>
      <TextLine
        name={`${policy.key}-contact`}
        label="Whom to ask"
        help="A person or a channel. Left empty: the administrators of this portal."
        value={policy.contact}
        error={undefined}
        onText={(contact) => set({ contact })}
      />
      <Fold summary="Where and for whom it holds, roles" isDue={isRarerUsed}>
        <div className={styles.fields}>
          <Kinds policy={policy} onChange={set} />
          {rarer.map(([key, label, help]) => (
            <ListLines key={key} policy={policy} part={key} label={label} help={help} onChange={set} />
          ))}
          <TextLine
            name={`${policy.key}-length`}
            label="Least characters of a reason"
            help="Left empty: one."
            inputMode="numeric"
            value={policy.reasonLength}
            error={undefined}
            onText={(reasonLength) => set({ reasonLength })}
          />
          <Checkbox
            label="Administrators of the portal are not bound by it"
            checked={policy.exceptAdministrators}
            onChange={(_, { checked }) => set({ exceptAdministrators: checked === true })}
          />
        </div>
      </Fold>
      <div>
        <Button onClick={onRemove}>Take “{name}” away</Button>
      </div>
    </fieldset>
  )
}

interface PartProps {
  readonly policy: PolicyDraft
  readonly onChange: (part: Partial<PolicyDraft>) => void
}

function Kinds({ policy, onChange }: PartProps) {
  const styles = useStyles()
  const words = { label: 'Holds for' }
  const name = `${policy.key}-kinds`
  return (
    <FieldFrame name={name} {...words} error={undefined}>
      <Select
        {...describedBy(name, words, undefined)}
        className={styles.field}
        value={policy.kinds}
        onChange={(_, { value }) =>
          onChange({ kinds: value === 'application' || value === 'managedIdentity' ? value : 'both' })
        }
      >
        <option value="both">Managed identities and applications</option>
        <option value="managedIdentity">Managed identities</option>
        <option value="application">Applications</option>
      </Select>
    </FieldFrame>
  )
}

interface ListLinesProps extends PartProps {
  readonly part: ListKey
  readonly label: string
  readonly help: string
}

function ListLines({ policy, part, label, help, onChange }: ListLinesProps) {
  const styles = useStyles()
  const name = `${policy.key}-${part}`
  const looked = isLookedUp(part) ? part : null
  const rows = Math.min(8, Math.max(2, policy[part].split('\n').length))
  return (
    <FieldFrame name={name} label={label} help={help} error={undefined}>
      <Textarea
        {...describedBy(name, { label, help }, undefined)}
        className={styles.field}
        textarea={{ className: styles.mono }}
        rows={rows}
        spellCheck={false}
        value={policy[part]}
        onChange={(_, { value }) => onChange({ [part]: value })}
      />
      {looked !== null && (
        <PartLookup
          name={name}
          part={looked}
          onPick={({ value }) => onChange({ [part]: withLine(policy[part], value) })}
        />
      )}
      {part === 'reasonRoles' && <RoleNames text={policy[part]} />}
      {part === 'mayCreate' && <PeopleNames text={policy[part]} />}
    </FieldFrame>
  )
}

const isLookedUp = (part: ListKey): part is LookedUp & ListKey =>
  part !== 'forbiddenSubjects' && part !== 'names'

/** Which roles the GUIDs are, where the portal knows them. */
function RoleNames({ text }: { readonly text: string }) {
  const styles = useStyles()
  const templates = useQuery(roleTemplatesQuery).data?.templates ?? []
  const named = new Map(templates.map(({ roleId, roleName }) => [roleId.toLowerCase(), roleName]))
  const names = text.split('\n').flatMap((line) => {
    const id = line.trim().toLowerCase()
    return named.get(id) ?? greatRoles[id] ?? []
  })
  return names.length === 0 ? null : <span className={styles.quiet}>{names.join(', ')}</span>
}

/** Who the object IDs are, line by line, as far as the directory tells. */
function PeopleNames({ text }: { readonly text: string }) {
  const styles = useStyles()
  const ids = text.split('\n').flatMap((line) => line.trim() || [])
  const names = usePrincipalNames(ids)
  if (names.size === 0) return null
  return <span className={styles.quiet}>{ids.map((id) => namedAs(names, id)).join(', ')}</span>
}

interface TextLineProps {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly value: string
  readonly error: string | undefined
  readonly onText: (text: string) => void
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
}

function TextLine({ name, label, help, value, error, onText, inputMode = 'text' }: TextLineProps) {
  const styles = useStyles()
  return (
    <FieldFrame name={name} label={label} help={help} error={error}>
      <Input
        {...describedBy(name, { label, help }, error)}
        className={styles.field}
        inputMode={inputMode}
        autoComplete="off"
        value={value}
        onChange={(_, data) => onText(data.value)}
      />
    </FieldFrame>
  )
}
