import { useQuery } from '@tanstack/react-query'
import { idSwitchOf } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { parentTrustsQuery } from '../../../api/parent-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { paths, type TrustKey } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'

interface SwitchOfferProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
}

/** The way into the switch to IDs, or on with one that was begun; told by what is stored alone, without asking GitHub. */
export function SwitchOffer({ trustKey, trust }: SwitchOfferProps) {
  const { parent } = trustKey
  const stored = useQuery(parentTrustsQuery(parent)).data?.trusts ?? []
  const others = stored.filter(({ name }) => name !== trust.name).map(switched)
  const { why, successor } = idSwitchOf(switched(trust), others, undefined)
  if (why?.code === 'ids-unknown')
    return (
      <div>
        <ActionLink href={paths.trust(trustKey, { switch: '1' })}>Switch to a subject with IDs</ActionLink>
      </div>
    )
  if (successor !== null)
    return (
      <Begun
        title="The switch to a subject with IDs has begun"
        text={`${successor} stands beside this trust.`}
        href={paths.trust(trustKey, { switch: '1' })}
      />
    )
  const old = others.find((other) => idSwitchOf(other, [switched(trust)], undefined).successor === trust.name)
  if (old === undefined) return null
  return (
    <Begun
      title={`It is to take the place of ${old.name}`}
      text="Both stand side by side until a run was seen to work by this one."
      href={paths.trust({ parent, trustName: old.name }, { switch: '1' })}
    />
  )
}

interface BegunProps {
  readonly title: string
  readonly text: string
  readonly href: string
}

function Begun({ title, text, href }: BegunProps) {
  return (
    <Callout
      intent="information"
      title={title}
      actions={<ActionLink href={href}>Go on with the switch</ActionLink>}
    >
      <p>{text}</p>
    </Callout>
  )
}

function switched({ name, issuer, subject, audiences, seen }: Trust) {
  return { name, issuer, subject, audiences, seenAt: seen?.at ?? null }
}
