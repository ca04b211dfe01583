import { CopyButton } from '../../../components/copy-button.tsx'
import { Callout } from '../../../ui/callout.tsx'

interface ClusterOffProps {
  readonly name: string
  readonly command: string
  /** Its tokens can be trusted already; only pods do not get one by themselves. */
  readonly hasIssuer: boolean
}

/** What the cluster lacks, and the command for whoever may change it. */
export function ClusterOff({ name, command, hasIssuer }: ClusterOffProps) {
  return (
    <Callout
      intent={hasIssuer ? 'information' : 'warning'}
      title={hasIssuer ? `${name} does not hand tokens to its pods yet` : `${name} has no issuer yet`}
      actions={<CopyButton value={command} what="command" text="Copy the command" appearance="secondary" />}
    >
      <p>
        {hasIssuer
          ? 'The trust can be made now. Somebody who may change the cluster turns this on.'
          : 'No token of it can be trusted before somebody who may change the cluster turns it on. Then look again.'}
      </p>
    </Callout>
  )
}
