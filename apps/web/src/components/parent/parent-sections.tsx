import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ComponentProps, ReactNode } from 'react'
import { roleAssignmentsQuery } from '../../api/access-queries.ts'
import { parentActivityQuery, parentTrustsQuery } from '../../api/parent-queries.ts'
import { AccessSection } from '../access/access-section.tsx'
import { ParentActivity } from './parent-activity.tsx'
import { ParentTrusts } from './parent-trusts.tsx'

interface ParentSectionsProps {
  readonly trusts: Omit<ComponentProps<typeof ParentTrusts>, 'parent'>
  readonly access: ComponentProps<typeof AccessSection>
  /** Its IDs and where it is. */
  readonly facts: ReactNode
}

/**
 * The sections of an identity or application. Everything is asked for at once, and a section shows when those above it are
 * there: how long they get nobody knows before, and nothing may move under a pointer.
 */
export function ParentSections({ trusts, access, facts }: ParentSectionsProps) {
  const { parent, principalId } = access
  const hasTrusts = !useQuery(parentTrustsQuery(parent)).isPending
  const isRoleless = principalId === null
  const roles = useQuery({ ...roleAssignmentsQuery(principalId ?? ''), enabled: !isRoleless })
  useInfiniteQuery(parentActivityQuery(parent))
  return (
    <>
      <ParentTrusts parent={parent} {...trusts} />
      {hasTrusts && <AccessSection {...access} />}
      {hasTrusts && (isRoleless || !roles.isPending) && (
        <>
          {facts}
          <ParentActivity parent={parent} />
        </>
      )}
    </>
  )
}
