import { zodResolver } from '@hookform/resolvers/zod'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { RoleAssignment, RoleTemplateList, Subscription, TrustParent } from '@trustwright/shared-schemas'
import { useEffect, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { roleTemplatesQuery } from '../../api/access-queries.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FormShell } from '../forms/form-shell.tsx'
import { SubmitButton } from '../forms/submit-button.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { QueryView } from '../query-view.tsx'
import { NoPermission } from '../state-views.tsx'
import { heldAlready, RoleForm, roleIdOf, scopeOf, type RoleFormValues } from './role-form.ts'
import { isRefused, roleWish } from './role-wish.ts'
import { RolePreview } from './role-preview.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { scopeWords } from './scope-words.ts'
import { startValues, type ScopeHint } from './start-values.ts'
import { TaskFields } from './task-fields.tsx'
import { useGiveRole } from './use-give-role.ts'
import { RoleWishNote } from './role-wish-note.tsx'
import { useHeldStill } from './use-held-still.ts'
import { useRoleRight } from './use-role-right.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    padding: '20px 24px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 639px)': { padding: '16px' },
  },
  title: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '24px',
    outline: 'none',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-start' },
})

interface GiveRoleFormProps {
  readonly parent: TrustParent
  readonly principalId: string
  readonly name: string
  readonly scopeHint: ScopeHint | null
  readonly subscriptions: readonly Subscription[]
  /** What it holds already. */
  readonly held: readonly RoleAssignment[]
  readonly onEnd: () => void
}

/** One role more: the task, the narrowest scope, and what comes of it. */
export function GiveRoleForm(props: GiveRoleFormProps) {
  const styles = useStyles()
  const templates = useQuery(roleTemplatesQuery)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className={styles.box}>
      <h3 className={styles.title} ref={title} tabIndex={-1}>
        Give {props.name} a role
      </h3>
      <QueryView query={templates} skeleton={<Skeleton shape="form" count={3} label="Reading the tasks" />}>
        {(list) => <Fields {...props} templates={list} />}
      </QueryView>
    </div>
  )
}

function Fields(props: GiveRoleFormProps & { readonly templates: RoleTemplateList }) {
  const { parent, principalId, name, scopeHint, subscriptions, held, templates, onEnd } = props
  const styles = useStyles()
  const form = useForm<RoleFormValues>({
    resolver: zodResolver(RoleForm),
    defaultValues: startValues(scopeHint, subscriptions),
    mode: 'onTouched',
    shouldFocusError: false,
  })
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as RoleFormValues
  const { submit, error } = useGiveRole({ principalId, name, form, onEnd })
  const scope = scopeOf(values)
  const roleId = roleIdOf(values)
  const wanted = scope === null || roleId === '' ? null : { scope, roleId }
  const already = wanted === null ? null : heldAlready(held, wanted)
  const settled = useHeldStill(scope, 300)
  const right = useRoleRight(settled === scope ? scope : null, 'create')
  const place = scope === null ? '' : scopeWords(scope, subscriptions).name
  return (
    <FormShell
      form={form}
      label={`Give ${name} a role`}
      onSubmit={submit}
      submitError={error}
      aside={
        <RolePreview
          principalId={principalId}
          name={name}
          wanted={wanted}
          roleName={templates.templates.find((one) => one.roleId === roleId)?.roleName ?? null}
          subscriptions={subscriptions}
          already={already}
        />
      }
      actions={
        <div className={styles.actions}>
          <SubmitButton
            label="Give role"
            busyLabel="Giving the role"
            busy={form.formState.isSubmitting}
            blockedReason={
              right.missing !== null
                ? `You may not give roles on ${place}. Ask for the role named above.`
                : already === null
                  ? null
                  : 'It has this role there already.'
            }
          />
          <Button onClick={onEnd}>Cancel</Button>
        </div>
      }
    >
      {right.missing !== null && <NoPermission to={`give roles on ${place}`} access={right.missing} />}
      <TaskFields form={form} list={templates} />
      <ScopeFields form={form} values={values} subscriptions={subscriptions} />
      {(right.missing !== null || isRefused(error)) && already === null && (
        <RoleWishNote wish={roleWish(parent, values)} name={name} />
      )}
      {right.error !== null && <ProblemNotice error={right.error} onRetry={right.askAgain} />}
    </FormShell>
  )
}
