import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { ActionLink } from '../action-link.tsx'
import { EmptyState } from '../state-views.tsx'

/** The portal by itself has no pass yet; `ownHref` shows what the person may read. */
export function NeverRead({ ownHref }: { readonly ownHref: string }) {
  return (
    <EmptyState
      kind="nothing-yet"
      title="The portal by itself has read nothing yet"
      action={<ActionLink href={ownHref}>See what I may read</ActionLink>}
    >
      It reads the whole tenant on a schedule, with an identity of its own. That begins once
      INVENTORY_SCHEDULE is set for the portal.
    </EmptyState>
  )
}

interface NoTrustsProps {
  /** Something was refused: that may be why. */
  readonly hasUnreadable: boolean
  readonly title: string
  /** `secondary` where the page's head offers the same. */
  readonly look: 'primary' | 'secondary'
  readonly children: ReactNode
}

/** A whole pass found no trust. */
export function NoTrusts({ hasUnreadable, title, look, children }: NoTrustsProps) {
  if (hasUnreadable) {
    return (
      <EmptyState kind="no-permission" title="You can see no trust">
        The list above says what could not be read, and why.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      kind="nothing-yet"
      title={title}
      action={
        <ActionLink href={paths.trustCreate()} appearance={look}>
          New trust
        </ActionLink>
      }
    >
      {children}
    </EmptyState>
  )
}
