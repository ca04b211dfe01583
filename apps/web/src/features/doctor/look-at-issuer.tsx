import { Button } from '@fluentui/react-components'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import type { IssuerLook } from './issuer-fact.ts'

interface LookAtIssuerProps {
  readonly look: IssuerLook
  readonly error: unknown
  readonly ask: () => void
}

/** Looks at the issuer on a press, and says where the portal could not. */
export function LookAtIssuer({ look, error, ask }: LookAtIssuerProps) {
  if (look.state === 'failed') return <ProblemNotice error={error} onRetry={ask} />
  return (
    <Button size="small" onClick={ask}>
      Look at the issuer
    </Button>
  )
}
