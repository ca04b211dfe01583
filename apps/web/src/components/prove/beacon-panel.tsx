import { Button, Select, makeStyles, tokens } from '@fluentui/react-components'
import type { Beacon, NewBeacon, Trust } from '@trustwright/shared-schemas'
import { useId, useState } from 'react'
import type { TrustKey } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { announce } from '../announcer.tsx'
import { CodeBlock } from '../code/code-block.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { useCloud } from '../use-cloud.ts'
import { beaconSnippets, noBeacon } from './beacon-snippets.ts'
import { BeaconState } from './beacon-state.tsx'
import { useProofStyles } from './proof-styles.ts'
import { useBeacon } from './use-beacon.ts'
import { useProofChanged } from './use-proof-changed.ts'

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  audience: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

interface BeaconPanelProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
}

/** "Run this once, we will notice": a one-time address for a token that is useless at Entra. */
export function BeaconPanel(props: BeaconPanelProps) {
  const styles = useProofStyles()
  const impossible = noBeacon(props.trust, useCloud())
  return (
    <section className={styles.section} aria-label="Beacon">
      <h2 className={styles.title}>Run the workload once, and it shows here</h2>
      {impossible === null ? (
        <BeaconWay {...props} />
      ) : (
        <Callout intent="information" title="Not possible on this platform">
          <p>{impossible}</p>
        </Callout>
      )}
    </section>
  )
}

function BeaconWay({ trustKey, trust }: BeaconPanelProps) {
  const styles = useProofStyles()
  const proofChanged = useProofChanged(trustKey)
  const { beacon, address, opening } = useBeacon(trustKey, trust, (next) => {
    if (next.state === 'waiting') return
    announce(saidOf[next.state])
    void proofChanged()
  })
  const waiting = beacon?.state === 'waiting'
  return (
    <>
      <p className={styles.note}>
        The workload asks its platform for a token that Entra does not take, and posts it to a one-time
        address. The portal verifies the signature and compares the claims. It proves Matched, not Seen.
      </p>
      {/* It stays where it is, and keeps the focus. */}
      <div>
        <Button disabledFocusable={opening.isPending} onClick={() => opening.mutate()}>
          {beacon === null ? 'Make a one-time address' : 'Make a new address'}
        </Button>
      </div>
      {opening.error !== null && <ProblemNotice error={opening.error} />}
      <div className={styles.section} aria-live="polite">
        {beacon !== null && <BeaconState beacon={beacon} issuer={trust.issuer} />}
        {waiting && address === null && (
          <Callout intent="information" title="The address was shown once">
            <p>
              This beacon still listens: a workload that has its address can post to it, and it shows here. To
              see an address again, make a new one.
            </p>
          </Callout>
        )}
      </div>
      {waiting && address !== null && <Snippet trust={trust} made={{ beacon, address }} />}
    </>
  )
}

const saidOf: Readonly<Record<Exclude<Beacon['state'], 'waiting'>, string>> = {
  matched: 'Matched: a signed token of the workload came',
  differs: 'A signed token came, and it differs from the trust',
  expired: 'No token came in time',
}

function Snippet({ trust, made }: { readonly trust: Trust; readonly made: NewBeacon }) {
  const styles = useStyles()
  const cloud = useCloud()
  const id = useId()
  const place = { address: made.address, audience: made.beacon.audience }
  const snippets = beaconSnippets(trust, place, cloud)
  const [kind, setKind] = useState(snippets[0]?.kind)
  const snippet = snippets.find((one) => one.kind === kind) ?? snippets[0]
  if (snippet === undefined) return null
  return (
    <>
      <div className={styles.choice}>
        <label htmlFor={id}>Where the workload runs</label>
        <Select
          id={id}
          value={snippet.kind}
          onChange={(_, { value }) => setKind(snippets.find((one) => one.kind === value)?.kind)}
        >
          {snippets.map((one) => (
            <option key={one.kind} value={one.kind}>
              {one.title}
            </option>
          ))}
        </Select>
      </div>
      <CodeBlock words={snippet.words} what="snippet" text={snippet.text} />
      <p>
        Audience: <span className={styles.audience}>{place.audience}</span>
      </p>
    </>
  )
}
