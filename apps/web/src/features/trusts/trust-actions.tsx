import { Button } from '@fluentui/react-components'
import { Delete20Regular, Edit20Regular } from '@fluentui/react-icons'
import type { ParentDetail } from '../../api/parent-queries.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { useGo } from '../../components/app-link.tsx'
import { mayTry } from '../../components/may-try.ts'
import { paths, type TrustKey } from '../../paths.ts'

interface TrustActionsProps {
  readonly trustKey: TrustKey
  /** Null until known: the buttons then work, and Azure decides. */
  readonly detail: ParentDetail | null
  /** Of the text that says which role is missing. */
  readonly reasonId: string
  /** Null: the section that proves it is open. */
  readonly proof: 'primary' | 'secondary' | null
  readonly onChange: () => void
  readonly onDelete: () => void
}

/** What can be done with a trust. What a person may not do stays visible, with its reason. */
export function TrustActions({ trustKey, detail, reasonId, proof, onChange, onDelete }: TrustActionsProps) {
  const go = useGo()
  const mayChange = detail === null || mayTry(detail.trustWrite)
  const mayDelete = detail === null || mayTry(detail.trustDelete)
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
      {!mayChange && <Button onClick={onChange}>Ask an administrator</Button>}
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
