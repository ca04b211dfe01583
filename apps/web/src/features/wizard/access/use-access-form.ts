import { zodResolver } from '@hookform/resolvers/zod'
import type { NewRoleAssignment, Subscription } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { RoleForm, type RoleFormValues } from '../../../components/access/role-form.ts'
import { acceptRole } from './accepted-roles.ts'
import { isSameRole, mostRoles, roleOfForm, startOfRole } from '../../../components/access/access-values.ts'
import type { Wizard } from '../wizard.ts'

export interface AccessFormState {
  readonly form: UseFormReturn<RoleFormValues>
  readonly values: RoleFormValues
  readonly gives: boolean
  readonly setGives: (gives: boolean) => void
  /** Taken already; the one that is being chosen comes after them. */
  readonly roles: readonly NewRoleAssignment[]
  readonly isOpen: boolean
  readonly open: () => void
  readonly close: () => void
  readonly remove: (index: number) => void
  /** Takes the one that is being chosen, and offers the next. */
  readonly add: () => void
  /** What the draft gets. `last`: the one that is being chosen, once it is whole. */
  readonly all: (last: NewRoleAssignment | null) => readonly NewRoleAssignment[]
}

/** Several roles, of which one is being chosen. */
export function useAccessForm(
  { body, draftId }: Wizard,
  subscriptions: readonly Subscription[],
): AccessFormState {
  const [gives, setGives] = useState(body.access.length > 0)
  const [roles, setRoles] = useState<readonly NewRoleAssignment[]>(body.access)
  const [isOpen, setOpen] = useState(body.access.length === 0)
  const start = () => startOfRole(body.parent, subscriptions)
  const form = useForm<RoleFormValues>({
    // What is half typed is no error while no role is given.
    resolver: gives && isOpen ? zodResolver(RoleForm) : (values) => ({ values, errors: {} }),
    defaultValues: start(),
    mode: 'onTouched',
    shouldFocusError: false,
  })
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as RoleFormValues

  function all(last: NewRoleAssignment | null): readonly NewRoleAssignment[] {
    if (!gives) return []
    const isNew = last !== null && isOpen && !roles.some((one) => isSameRole(one, last))
    return isNew ? [...roles, last] : roles
  }

  async function add() {
    if (!(await form.trigger())) return
    const role = roleOfForm(form.getValues())
    if (role !== null) {
      acceptRole(draftId, role)
      setRoles(all(role).slice(0, mostRoles))
    }
    form.reset(start())
  }

  return {
    form,
    values,
    gives,
    setGives: (next) => {
      form.clearErrors()
      setGives(next)
    },
    roles,
    isOpen,
    open: () => setOpen(true),
    close: () => {
      form.reset(start())
      setOpen(false)
    },
    remove: (index) => {
      const left = roles.filter((_, at) => at !== index)
      setRoles(left)
      if (left.length === 0) setOpen(true)
    },
    add: () => void add(),
    all,
  }
}
