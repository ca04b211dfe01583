import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { parentDetailQuery } from '../../../api/parent-queries.ts'
import { trustQuery } from '../../../api/trust-queries.ts'
import { CodePanel } from '../../../components/code/code-panel.tsx'
import { CopyButton } from '../../../components/copy-button.tsx'
import { Identifier } from '../../../components/identifier.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { useSession } from '../../../components/use-session.ts'
import type { TrustKey } from '../../../paths.ts'
import { FactList } from '../../../ui/fact-list.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { testJobOf } from './test-job.ts'
import { wiringSteps, wiringVariables } from './wiring-words.ts'

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px' },
  steps: { margin: 0, paddingLeft: '24px', display: 'grid', rowGap: '4px' },
})

/** Three steps on the platform, the IDs, and the code. */
export function TrustWiring({ trustKey }: { readonly trustKey: TrustKey }) {
  const styles = useStyles()
  const { settings } = useSession()
  const trust = useQuery(trustQuery(trustKey))
  const detail = useQuery(parentDetailQuery(trustKey.parent)).data ?? null
  const variables = wiringVariables(trustKey.parent, detail, settings.tenantId)
  return (
    <QueryView query={trust} skeleton={<Skeleton shape="facts" count={4} label="Reading the trust" />}>
      {(stored) => (
        <>
          <section className={styles.part} aria-label="Next steps">
            <h2 className={styles.title}>Next steps</h2>
            <ol className={styles.steps}>
              {wiringSteps(testJobOf(stored, detail, settings), stored.seen !== null).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
          <section className={styles.part} aria-label="Variables">
            <div className={styles.head}>
              <h2 className={styles.title}>Variables</h2>
              <CopyButton
                value={variables.map(([name, value]) => `${name}=${value}`).join('\n')}
                what="all variables"
                text="Copy all"
                appearance="secondary"
              />
            </div>
            <p>The IDs are no secrets: they may stand in a file or as plain variables.</p>
            <FactList
              facts={variables.map(([term, value]) => ({
                term,
                detail: <Identifier value={value} what={term} />,
              }))}
            />
          </section>
          <section className={styles.part} aria-label="Code">
            <h2 className={styles.title}>Code</h2>
            <CodePanel trust={stored} detail={detail} settings={settings} />
          </section>
        </>
      )}
    </QueryView>
  )
}
