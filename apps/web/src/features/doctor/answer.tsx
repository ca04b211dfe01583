import { makeStyles } from '@fluentui/react-components'
import { useMemo, useState, type ReactNode } from 'react'
import { useCloud } from '../../components/use-cloud.ts'
import { useSession } from '../../components/use-session.ts'
import { BundleView } from './bundle-view.tsx'
import { checkedFacts } from './checked.ts'
import { CheckedList } from './checked-list.tsx'
import { FurtherTrusts } from './further-trusts.tsx'
import { publishedKeys } from './issuer-fact.ts'
import { LookAtIssuer } from './look-at-issuer.tsx'
import { useIssuerLook } from './use-issuer-look.ts'
import { isIssuerInDoubt, withProbe } from './with-probe.ts'
import { examine } from './examine.ts'
import { exampleScope, isExample } from './examples.ts'
import { OtherCauses } from './other-causes.tsx'
import { OtherPaste } from './other-paste.tsx'
import { Result } from './result.tsx'
import type { Scope } from './scope.ts'
import { Section } from './section.tsx'
import { supportBundle } from './support-bundle.ts'
import { issuersOf } from './trust-of-result.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
  // What was checked stands beside the result where there is room, so that one screen holds the answer.
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 336px',
    columnGap: '40px',
    rowGap: '24px',
    alignItems: 'start',
    '@media (max-width: 1199px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

interface AnswerProps {
  readonly text: string
  readonly scope: Scope
  /** The trusts may still change: nothing is asked for on their account yet. */
  readonly isReading?: boolean
  /** Said under the result, such as what is still being read. */
  readonly children?: ReactNode
}

/** Everything that is known of a case: result, difference, why and what to do, then what else was looked at. */
export function Answer({ text, scope: known, isReading = false, children }: AnswerProps) {
  const styles = useStyles()
  const cloud = useCloud()
  const { user, settings } = useSession()
  const [at] = useState(() => new Date().toISOString())
  const isMadeUp = isExample(text)
  const scope = isMadeUp ? exampleScope : known
  const tenantId = user === null || isMadeUp ? null : settings.tenantId
  const around = useMemo(
    () => ({ cloud, now: at, ...(tenantId === null ? {} : { tenantId }) }),
    [cloud, at, tenantId],
  )
  const read = useMemo(() => examine(text, scope, around), [text, scope, around])
  const isDue = !isReading && isIssuerInDoubt(read)
  const asked = useIssuerLook(read.presented?.issuer, user !== null && !isMadeUp, isDue)
  const { look } = asked
  const probe = look.state === 'done' ? look.probe : null
  const found = useMemo(() => {
    const jwks = publishedKeys(probe)
    return withProbe(jwks === undefined ? read : examine(text, scope, { ...around, jwks }), probe)
  }, [read, text, scope, around, probe])
  if (found.isNothing) return <OtherPaste text={text} found={found} />
  const checked = checkedFacts(found, scope, { look, tenantId, now: Date.parse(at) })
  const looked = checked.filter(({ state }) => state !== 'unknown')
  const open = checked.filter(({ state }) => state === 'unknown')
  const [, ...others] = found.causes
  return (
    <div className={styles.page}>
      <div className={styles.box}>
        <Result found={found} scope={scope} isMadeUp={isMadeUp} />
        {children}
        {others.length > 0 && <OtherCauses causes={others} issuers={issuersOf(found)} />}
        {!isMadeUp && <FurtherTrusts found={found} scope={scope} />}
      </div>
      <div className={styles.box}>
        {looked.length > 0 && (
          <Section title="Also checked">
            <CheckedList facts={looked} />
          </Section>
        )}
        {open.length > 0 && (
          <Section title="Not checked">
            <CheckedList facts={open} />
            {asked.ask !== null && (
              <div>
                <LookAtIssuer {...asked} ask={asked.ask} />
              </div>
            )}
          </Section>
        )}
      </div>
      <BundleView text={supportBundle({ found, checked, at, tenantId })} />
    </div>
  )
}
