import { Button } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import { Callout } from '../../ui/callout.tsx'
import { missingClaims, type TermRow } from './pattern-form.ts'

interface MissingClaimNotesProps {
  readonly issuer: string
  readonly rows: readonly TermRow[]
  readonly onAdd: (claim: string) => void
}

/** Which claims the issuer's patterns need and these terms lack, with a way to add each. */
export function MissingClaimNotes({ issuer, rows, onAdd }: MissingClaimNotesProps) {
  return missingClaims(issuer, rows).map(({ anyOf, severity, why }) => (
    <Callout
      key={anyOf.join()}
      intent={severity === 'block' ? 'warning' : 'information'}
      title={`${severity === 'block' ? 'Azure asks for' : 'Better with'} ${anyOf.join(' or ')}`}
      actions={anyOf.map((claim) => (
        <Button key={claim} icon={<Add16Regular />} onClick={() => onAdd(claim)}>
          Add {claim}
        </Button>
      ))}
    >
      <p>{why}</p>
    </Callout>
  ))
}
