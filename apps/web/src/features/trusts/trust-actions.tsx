import { Button } from '@fluentui/react-components'
import { Delete20Regular, Edit20Regular } from '@fluentui/react-icons'
import { ActionLink } from '../../components/action-link.tsx'
import { useGo } from '../../components/app-link.tsx'
import { paths, type TrustKey } from '../../paths.ts'
import type { TrustRights } from './rights-of.ts'

interface TrustActionsProps {
  readonly trustKey: TrustKey
  readonly rights: TrustRights
  /** Of the text that says why something cannot be done. */
  readonly reasonId: string
  /** Null: the section that proves it is open. */
  readonly proof: 'primary' | 'secondary' | null
  readonly onChange: () => void
  readonly onDelete: () => void
}

/** What can be done with a trust. What a person may not do stays visible, with its reason. */
export function TrustActions({ trustKey, rights, reasonId, proof, onChange, onDelete }: TrustActionsProps) {
  const go = useGo()
  const { mayAsk, mayChange, mayDelete } = rights
  return (
    <>
      <Button
        icon={<Edit20Regular />}
        disabledFocusable={!mayChange}
        {...(mayChange ? {} : { 'aria-describedby': reasonId })}
        onClick={() => {
          go(paths.trust(trustKey), { replace: true })
          onChange()
        }}
      >
        Change
      </Button>
      {mayAsk && <Button onClick={onChange}>Ask an administrator</Button>}
      <Button
        icon={<Delete20Regular />}
        disabledFocusable={!mayDelete}
        {...(mayDelete ? {} : { 'aria-describedby': reasonId })}
        onClick={onDelete}
      >
        Delete
      </Button>
      {proof !== null && (
        <ActionLink href={paths.trust(trustKey, { tab: 'prove' })} appearance={proof}>
          Prove this trust
        </ActionLink>
      )}
    </>
  )
}
