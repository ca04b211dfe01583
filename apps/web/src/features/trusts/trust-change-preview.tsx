import type { Cause, CauseField, Warning } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { CauseNotes } from '../../components/checks/cause-notes.tsx'
import { GithubUnchecked } from '../../components/checks/github-unchecked.tsx'
import type { GithubLook } from '../../components/checks/use-github-facts.ts'
import { useCloud } from '../../components/use-cloud.ts'
import type { TrustChangeValues, ValueChange } from './trust-change.ts'
import { EffectPanel, useEffectStyles } from '../../components/effect/effect-panel.tsx'
import { changeSentence } from '../../components/effect/trust-effect.ts'
import { ValueDiff } from '../../components/value-diff.tsx'
import { WarningList } from '../../components/warning-list.tsx'

interface TrustChangePreviewProps {
  readonly before: TrustChangeValues
  readonly after: TrustChangeValues
  readonly changes: readonly ValueChange[]
  readonly parentName: string
  readonly kind: TrustParent['kind']
  /** Of a pattern. */
  readonly warnings: readonly Warning[]
  readonly causes: readonly Cause[]
  readonly github: GithubLook
  readonly onSet: (field: CauseField, value: string) => void
}

/** How each of Azure's two interfaces takes a change. */
const sentWords: Readonly<Record<TrustParent['kind'], string>> = {
  managedIdentity: 'Azure Resource Manager replaces the whole trust (PUT).',
  application: 'Microsoft Graph changes the trust in place (PATCH).',
}

/** What saving would do: each value before and after, and the effect in words. */
export function TrustChangePreview({
  before,
  after,
  changes,
  parentName,
  kind,
  warnings,
  causes,
  github,
  onSet,
}: TrustChangePreviewProps) {
  const styles = useEffectStyles()
  const effect = changeSentence(before, after, parentName, useCloud())
  return (
    <EffectPanel title="What the change does">
      {changes.length === 0 ? (
        <p className={styles.quiet}>Nothing yet: change a value to see its effect.</p>
      ) : (
        <>
          {effect !== null && <p className={styles.effect}>{effect}</p>}
          <ValueDiff changes={changes} />
          <p className={styles.quiet}>{sentWords[kind]}</p>
          {changes.some(({ field }) => field !== 'description') && (
            <p className={styles.quiet}>
              Azure may take a few minutes to spread the change; until then either value can fail.
            </p>
          )}
        </>
      )}
      <CauseNotes causes={causes} settable={['issuer', 'subject', 'audience']} onSet={onSet} />
      {changes.length > 0 && <GithubUnchecked {...github} />}
      <WarningList warnings={warnings} />
    </EffectPanel>
  )
}
