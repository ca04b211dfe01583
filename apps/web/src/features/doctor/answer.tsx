import { makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState, type ReactNode } from 'react'
import { useCloud } from '../../components/use-cloud.ts'
import { useSession } from '../../components/use-session.ts'
import { BundleView } from './bundle-view.tsx'
import { checkedFacts } from './checked.ts'
import { CheckedList } from './checked-list.tsx'
import { issuerOf } from './fixes.ts'
import { publishedKeys } from './issuer-fact.ts'
import { LookAtIssuer } from './look-at-issuer.tsx'
import { useIssuerLook } from './use-issuer-look.ts'
import { isIssuerInDoubt, withProbe } from './with-probe.ts'
import { examine, type Examination } from './examine.ts'
import { exampleScope, isExample } from './examples.ts'
import { CreateLink } from './fix-buttons.tsx'
import { NearestTrusts } from './nearest-trusts.tsx'
import { OtherCauses } from './other-causes.tsx'
import { OtherPaste } from './other-paste.tsx'
import { Result } from './result.tsx'
import type { Scope } from './scope.ts'
import { supportBundle } from './support-bundle.ts'

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
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', justifyItems: 'start' },
  wide: { width: '100%', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
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
  const around = { cloud, now: at, ...(tenantId === null ? {} : { tenantId }) }
  const read = examine(text, scope, around)
  const isDue = !isReading && isIssuerInDoubt(read)
  const asked = useIssuerLook(read.presented?.issuer, user !== null && !isMadeUp, isDue)
  const { look } = asked
  const jwks = publishedKeys(look)
  const found = withProbe(
    jwks === undefined ? read : examine(text, scope, { ...around, jwks }),
    look.state === 'done' ? look.probe : null,
  )
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
        {others.length > 0 && <OtherCauses causes={others} />}
        {!isMadeUp && <Nearest found={found} scope={scope} linked={scope.isPasted !== true} />}
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

/** Where no trust fits: those most alike, and a new one for what the workload showed. */
function Nearest({
  found: { presented, nearest, matching, causes },
  scope,
  linked,
}: {
  readonly found: Examination
  readonly scope: Scope
  readonly linked: boolean
}) {
  const { subject, audiences } = presented ?? {}
  const issuer = issuerOf(presented)
  const isKnown = issuer !== undefined && subject !== undefined && issuer !== '' && subject !== ''
  const isOffered = causes[0]?.action?.kind === 'create'
  if (matching.length > 0 || (nearest.length === 0 && (!isKnown || isOffered))) return null
  return (
    <Section title={nearest.length > 0 ? 'Nearest trusts' : 'A trust for it'}>
      {nearest.length > 0 && <NearestTrusts nearest={nearest} linked={linked} />}
      {isKnown && !isOffered && (
        <div>
          <CreateLink
            create={{ kind: 'create', issuer, subject, audience: audiences?.[0] ?? '' }}
            scope={scope}
          />
        </div>
      )}
    </Section>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      <div className={styles.wide}>{children}</div>
    </section>
  )
}
