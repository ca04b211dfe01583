import type { AnyNewTrust, TrustParent } from '@trustwright/shared-schemas'
import { Callout } from '../../ui/callout.tsx'
import { SendRequest } from '../guardrails/send-request.tsx'
import { GuardrailNotice } from '../guardrails/guardrail-notice.tsx'
import { CauseNotes } from './cause-notes.tsx'
import { NotAsked, PreflightGaps, usePreflightStyles } from './preflight-gaps.tsx'
import { hiddenCodes } from './several-preflight-of.ts'
import { useSeveralPreflight, type SeveralAsked } from './use-several-preflight.ts'

interface SeveralPreflightNotesProps {
  readonly parent: TrustParent | null
  readonly trusts: readonly AnyNewTrust[]
  /** Codes that the page's own checks say. */
  readonly hidden: readonly string[]
  /** False where the page itself offers to ask an administrator. */
  readonly asks?: boolean
}

/** What would stand in the way at Azure: what all of the trusts share once, and under its name what is a trust's own. */
export function SeveralPreflightNotes({ parent, trusts, hidden, asks = true }: SeveralPreflightNotesProps) {
  const asked = useSeveralPreflight(parent, trusts, hiddenCodes(trusts.length, hidden))
  return (
    <AskedNotes
      asked={asked}
      isNamed={trusts.length > 1}
      {...(asks && parent !== null && { request: { parent, trusts } })}
    />
  )
}

interface WantedTrusts {
  readonly parent: TrustParent
  readonly trusts: readonly AnyNewTrust[]
}

interface AskedNotesProps {
  readonly asked: SeveralAsked
  /** The trusts' own causes stand here, under their names; false: without. Left out: they stand elsewhere. */
  readonly isNamed?: boolean
  /** What a person whom the portal's rules refuse, or who lacks a right, may ask the administrators for. */
  readonly request?: WantedTrusts
}

/** The same where the page has asked already. */
export function AskedNotes({ asked, isNamed, request }: AskedNotesProps) {
  const { hasFailed, common, own, guardrails, lacksRight, unknown } = asked
  const offers = request !== undefined && lacksRight && guardrails.size === 0
  const styles = usePreflightStyles()
  if (hasFailed) return <NotAsked />
  const shown = isNamed === undefined ? [] : [...own]
  if (unknown === null) return null
  if (!offers && common.length + shown.length + guardrails.size + unknown.length === 0) return null
  return (
    <section className={styles.box} aria-label="Asked of Azure beforehand">
      {[...guardrails].map(([name, refusals]) => {
        const trust = request?.trusts.find((one) => one.name === name)
        const isOne = guardrails.size === 1
        return (
          <GuardrailNotice
            key={name}
            refusals={refusals}
            {...(!isOne && { name })}
            {...(request !== undefined &&
              trust !== undefined && {
                actions: (
                  <SendRequest
                    asked={{ kind: 'create', parent: request.parent, trust }}
                    what={name}
                    {...(!isOne && { name })}
                  />
                ),
              })}
          />
        )
      })}
      <CauseNotes causes={common} />
      {offers && <AskInstead request={request} />}
      {shown.map(([name, causes]) => (
        <div key={name} className={styles.box}>
          {isNamed === true && <h3 className={styles.name}>{name}</h3>}
          <CauseNotes causes={causes} />
        </div>
      ))}
      <PreflightGaps unknown={unknown} />
    </section>
  )
}

/** Who lacks the right in Azure lets somebody do it who has it. */
function AskInstead({ request: { parent, trusts } }: { readonly request: WantedTrusts }) {
  const [first, ...more] = trusts
  if (first === undefined) return null
  const isOne = more.length === 0
  return (
    <Callout
      intent="information"
      title="An administrator of this portal can do it for you"
      actions={
        <SendRequest
          asked={
            isOne
              ? { kind: 'create', parent, trust: first }
              : { kind: 'set-up', items: [{ key: first.name, parent, trusts: [...trusts], roles: [] }] }
          }
          what={isOne ? first.name : `${trusts.length} trusts`}
        />
      }
    >
      <p>You may not store trusts here. They see the form as you filled it, and you what becomes of it.</p>
    </Callout>
  )
}
