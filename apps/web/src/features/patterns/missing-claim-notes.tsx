import { Button, makeStyles } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import { Callout } from '../../ui/callout.tsx'
import { missingClaims, type TermRow } from './pattern-form.ts'

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
})

interface MissingClaimNotesProps {
  readonly issuer: string
  readonly rows: readonly TermRow[]
  readonly onAdd: (claim: string) => void
  /** Where the form was refused for them: what its summary of errors leads to. */
  readonly refusedAs: string | null
}

/** Which claims the issuer's patterns need and these terms lack, with a way to add each. */
export function MissingClaimNotes({ issuer, rows, onAdd, refusedAs }: MissingClaimNotesProps) {
  const styles = useStyles()
  const missing = missingClaims(issuer, rows)
  if (missing.length === 0) return null
  const refused = refusedAs === null ? 'warning' : 'danger'
  return (
    <div className={styles.list} tabIndex={-1} {...(refusedAs === null ? {} : { id: refusedAs })}>
      {missing.map(({ anyOf, severity, why }) => (
        <Callout
          key={anyOf.join()}
          intent={severity === 'block' ? refused : 'information'}
          title={`${severity === 'block' ? 'Azure asks for' : 'Better with'} ${anyOf.join(' or ')}`}
          actions={anyOf.map((claim) => (
            <Button key={claim} icon={<Add16Regular />} onClick={() => onAdd(claim)}>
              Add {claim}
            </Button>
          ))}
        >
          <p>{why}</p>
        </Callout>
      ))}
    </div>
  )
}
