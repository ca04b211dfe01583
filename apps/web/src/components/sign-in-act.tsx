import type { ButtonProps } from '@fluentui/react-components'
import { signInAddress } from '../paths.ts'
import { ActionLink } from './action-link.tsx'
import { useEmbeddedDoor } from './embedded-door.ts'

interface SignInActProps {
  /** The page to be on afterwards. */
  readonly returnTo: string
  readonly children: string
  readonly appearance?: 'primary' | 'secondary'
  readonly size?: ButtonProps['size']
  /** It is the action of a dialog. */
  readonly inDialog?: boolean
}

/** Signing in: by a page of its own, or in a frame by a window. */
export function SignInAct(props: SignInActProps) {
  const { returnTo, children, appearance = 'secondary', size, inDialog = false } = props
  const door = useEmbeddedDoor()
  const looks = { appearance, ...(size === undefined ? {} : { size }) }
  return door === null ? (
    <ActionLink href={signInAddress(returnTo)} leaves {...looks}>
      {children}
    </ActionLink>
  ) : (
    <door.SignIn door={door} returnTo={returnTo} inDialog={inDialog} {...looks}>
      {children}
    </door.SignIn>
  )
}
