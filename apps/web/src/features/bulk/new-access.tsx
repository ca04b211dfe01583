import { zodResolver } from '@hookform/resolvers/zod'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { RoleTemplateList } from '@trustwright/shared-schemas'
import { useEffect, useRef, useState } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { roleTemplatesQuery } from '../../api/access-queries.ts'
import { subscriptionsQuery } from '../../api/identity-queries.ts'
import { AccessEditor } from '../../components/access/access-editor.tsx'
import { AccessRisks } from '../../components/access/access-risks.tsx'
import { AccessRoles } from '../../components/access/access-roles.tsx'
import { isSameRole, mostRoles, roleOfForm } from '../../components/access/access-values.ts'
import { RoleForm, type RoleFormValues } from '../../components/access/role-form.ts'
import { startValues } from '../../components/access/start-values.ts'
import { useRoleWords } from '../../components/access/use-role-words.ts'
import { announce } from '../../components/announcer.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { groupOf, type BulkValues } from './bulk-form.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  add: { justifySelf: 'start' },
})

interface NewAccessProps {
  readonly form: UseFormReturn<BulkValues>
  /** A role is being chosen that is not taken yet. */
  readonly onChoosing: (isChoosing: boolean) => void
}

/** The roles that each new identity gets from the run, beside its trusts. */
export function NewAccess({ form, onChoosing }: NewAccessProps) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const access = useWatch({ control: form.control, name: 'access' })
  const templates = useQuery(roleTemplatesQuery)
  const subscriptions = useQuery(subscriptionsQuery).data?.subscriptions ?? []
  const words = useRoleWords(access, 'Each of them')
  useEffect(() => {
    onChoosing(isOpen)
    return () => onChoosing(false)
    // oxlint-disable-next-line react/exhaustive-deps -- tells of a change; the listener is another one each time
  }, [isOpen])
  const wasOpen = useRef(false)
  const section = useRef<HTMLElement>(null)
  // What was pressed is gone with the fields.
  useEffect(() => {
    if (wasOpen.current && !isOpen) section.current?.querySelector<HTMLElement>(':scope > button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const take = (next: BulkValues['access']) => form.setValue('access', next, { shouldDirty: true })
  return (
    <section ref={section} className={styles.box} aria-label="Access for new identities">
      <div>
        <h3 className={styles.title}>Access for new identities</h3>
        <p className={styles.quiet}>
          {access.length === 0
            ? 'None yet: they can sign in and do nothing. Each role you add is given to every new one.'
            : 'Given to every new one, once it is made.'}
        </p>
      </div>
      {access.length > 0 && (
        <AccessRoles
          roles={access}
          words={words}
          onRemove={(index) => take(access.filter((_, at) => at !== index))}
        />
      )}
      <AccessRisks name="any of them" roles={access} subscriptions={subscriptions} />
      {templates.error !== null && (
        <ProblemNotice error={templates.error} onRetry={() => void templates.refetch()} />
      )}
      {isOpen && templates.data !== undefined && (
        <OneRole
          page={form}
          templates={templates.data}
          onEnd={(role) => {
            setOpen(false)
            if (role === null) return
            if (!access.some((one) => isSameRole(one, role))) take([...access, role])
            announce('Role added')
          }}
        />
      )}
      {!isOpen && access.length < mostRoles && (
        <Button className={styles.add} icon={<Add20Regular />} onClick={() => setOpen(true)}>
          {access.length === 0 ? 'Add a role' : 'Add another role'}
        </Button>
      )}
    </section>
  )
}

interface OneRoleProps {
  readonly page: UseFormReturn<BulkValues>
  readonly templates: RoleTemplateList
  /** The role, or null where it was left out. */
  readonly onEnd: (role: BulkValues['access'][number] | null) => void
}

const lacking = {
  title: (place: string) => `The role will be left to somebody who may give it on ${place}`,
  text: 'The trusts are made all the same. The run lists the role as not made.',
}

function OneRole({ page, templates, onEnd }: OneRoleProps) {
  const styles = useStyles()
  const subscriptions = useQuery(subscriptionsQuery).data?.subscriptions ?? []
  const [start] = useState(() => {
    const place = page.getValues()
    const hint = { subscriptionId: place.newSubscription, resourceGroup: groupOf(place) }
    return startValues(hint.subscriptionId === '' ? null : hint, subscriptions)
  })
  const form = useForm<RoleFormValues>({
    resolver: zodResolver(RoleForm),
    defaultValues: start,
    mode: 'onTouched',
  })
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as RoleFormValues

  // Not `trigger`: after it, a field that was mended is judged again only when it is left, which moves the button then.
  const add = form.handleSubmit((valid) => onEnd(roleOfForm(valid)))

  return (
    <div className={styles.box}>
      <AccessEditor
        form={form}
        values={values}
        templates={templates}
        subscriptions={subscriptions}
        held={[]}
        onAdd={() => void add()}
        onLeaveOut={() => onEnd(null)}
        addWords="Add this role"
        lacking={lacking}
      />
    </div>
  )
}
