import { Button, type ButtonProps } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import { useFollow } from './app-link.tsx'

interface ActionLinkProps {
  readonly href: string
  readonly children: ReactNode
  readonly appearance?: 'primary' | 'secondary' | 'subtle'
  readonly icon?: ReactElement
  readonly size?: ButtonProps['size']
  /** The address is served outside this application, so the browser loads it. */
  readonly leaves?: boolean
}

/** A link that looks like a button: it goes somewhere, so it can be opened in a new tab. */
export function ActionLink({
  href,
  children,
  appearance = 'secondary',
  icon,
  size,
  leaves = false,
}: ActionLinkProps) {
  const follow = useFollow()
  return (
    <Button
      as="a"
      href={href}
      appearance={appearance}
      {...(icon === undefined ? {} : { icon })}
      {...(size === undefined ? {} : { size })}
      onClick={(event) => {
        if (!leaves) follow(event, href)
      }}
    >
      {children}
    </Button>
  )
}
