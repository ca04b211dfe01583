import { Button } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import { ActionLink } from './action-link.tsx'

interface GuardedLinkProps {
  readonly href: string
  readonly icon: ReactElement
  /** Of the text that says why it cannot be used; null while it can. */
  readonly reasonId: string | null
  readonly children: ReactNode
}

/** The page's primary action: a link while it is allowed, else a disabled button that names its reason. */
export function GuardedLink({ href, icon, reasonId, children }: GuardedLinkProps) {
  if (reasonId === null) {
    return (
      <ActionLink appearance="primary" href={href} icon={icon}>
        {children}
      </ActionLink>
    )
  }
  return (
    <Button appearance="primary" icon={icon} disabledFocusable aria-describedby={reasonId}>
      {children}
    </Button>
  )
}
