import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import type { SignedInUser } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { Modal } from '../ui/modal.tsx'
import { useEmbeddedDoor } from './embedded-door.ts'
import { Frame } from './frame.tsx'
import { Header } from './header.tsx'
import { Rail, RailShortcuts } from './rail.tsx'
import { SessionLostDialog } from './session-lost-dialog.tsx'
import { ShortcutList } from './shortcut-list.tsx'
import { useShortcutKeys } from './shortcuts.ts'
import { leaveFrame, signOut } from './sign-out.ts'
import { UserMenu } from './user-menu.tsx'

/** Header, rail, keys and dialogs around the page of whoever is signed in. */
export function SignedInShell({
  user,
  tenantId,
}: {
  readonly user: SignedInUser
  readonly tenantId: string
}) {
  const [open, setOpen] = useState<'pages' | 'keys' | null>(null)
  const close = () => setOpen(null)
  const leave = useSignOut()
  useShortcutKeys()
  return (
    <>
      <Frame
        header={
          <Header tenantId={tenantId} onMenu={() => setOpen('pages')}>
            <UserMenu user={user} onKeys={() => setOpen('keys')} onSignOut={leave} />
          </Header>
        }
        rail={<Rail look="rail" />}
      >
        <Outlet />
      </Frame>
      <RailShortcuts />
      <ShortcutList open={open === 'keys'} onOpen={() => setOpen('keys')} onClose={close} />
      <Modal
        side
        open={open === 'pages'}
        title="Pages"
        onClose={close}
        actions={<Button onClick={close}>Close</Button>}
      >
        <Rail look="sheet" onFollow={close} />
      </Modal>
      <SessionLostDialog />
    </>
  )
}

/** Null where the host of the frame keeps the account. */
function useSignOut(): (() => void) | null {
  const door = useEmbeddedDoor()
  const queries = useQueryClient()
  if (door === null) return () => void signOut()
  const { signOut: forget } = door
  return forget === null ? null : () => void leaveFrame(forget, queries)
}
