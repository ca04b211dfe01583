import { makeStyles, tokens } from '@fluentui/react-components'
import { silentFaults, type Cause, type CauseField } from '@trustwright/federation'
import type { Trust, TrustParent } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { CauseNotes } from '../../components/checks/cause-notes.tsx'
import { GithubUnchecked } from '../../components/checks/github-unchecked.tsx'
import { IssuerProbeNotes } from '../../components/checks/issuer-probe-notes.tsx'
import { ClaimStrip } from '../../components/claim-strip.tsx'
import { TrustLine } from '../../components/trust-line.tsx'
import { trustKeyOf } from '../../components/trust-key.ts'
import { useCloud } from '../../components/use-cloud.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { PreviewedTrusts } from '../../components/workload/previewed-trusts.tsx'
import { EffectPanel, useEffectStyles } from '../../components/effect/effect-panel.tsx'
import { effectSentence, noEffect } from '../../components/effect/trust-effect.ts'
import type { LivePreview } from '../../components/workload/use-trust-preview.ts'
import { WarningList } from '../../components/warning-list.tsx'

const useStyles = makeStyles({
  area: {
    borderRadius: tokens.borderRadiusMedium,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
  },
})

interface TrustPreviewPanelProps {
  readonly preview: LivePreview
  /** Fields of the form, which show their own warnings. */
  readonly fieldKeys: readonly string[]
  readonly parent: TrustParent | null
  readonly parentName: string
  /** The trust that has this issuer and subject already. */
  readonly samePair: Trust | null
  /** Those of several wanted trusts that the identity has. */
  readonly there: readonly Trust[]
  /** What stands in the way of each of several alone, by its name. */
  readonly own: ReadonlyMap<string, readonly Cause[]>
  /** What the server said about issuer and subject. */
  readonly refused: string | undefined
  /** Sets a field to what a check proposes; undefined where the platform’s own fields make the claims. */
  readonly onSet: ((field: CauseField, value: string) => void) | undefined
  /** The issuer is the person’s own, so it is read beforehand. */
  readonly probes: boolean
}

/** What stands in the way of one of several, by its name. */
function notesOf(own: TrustPreviewPanelProps['own']) {
  return (name: string) => <CauseNotes causes={own.get(name) ?? []} />
}

/** What will happen, live: the strings to the letter, and their effect in words. */
export function TrustPreviewPanel(props: TrustPreviewPanelProps) {
  const { preview, fieldKeys, parent, parentName: name, samePair, there, own, refused, onSet, probes } = props
  const cloud = useCloud()
  const styles = useStyles()
  const words = useEffectStyles()
  const { causes, claims, wanted, total, warnings } = preview
  const [first] = wanted
  // What nobody's token matches must not be called an effect.
  const isLost = silentFaults(causes).length > 0
  return (
    <EffectPanel
      label="What Azure will store"
      title={total === 1 ? 'Azure will look for exactly this' : `Azure will store ${total} trusts`}
    >
      <div className={styles.area} id="field-root-claims" tabIndex={-1}>
        {total === 1 ? (
          <ClaimStrip claims={claims} copy={first !== undefined} />
        ) : (
          <PreviewedTrusts preview={preview} there={there} parentName={name} beneath={notesOf(own)} />
        )}
        {refused !== undefined && samePair === null && (
          <Callout intent="danger" title={refused} role="alert" />
        )}
        {samePair !== null && parent !== null && (
          <Callout
            intent={refused === undefined ? 'warning' : 'danger'}
            title={`${name} trusts this issuer and subject already`}
          >
            <p>
              Azure refuses a second one. Open{' '}
              <AppLink href={paths.trust(trustKeyOf(samePair))}>{samePair.name}</AppLink> instead, or change
              the subject.
            </p>
          </Callout>
        )}
      </div>
      {first === undefined && (
        <p className={words.quiet}>The effect shows here in words once every field has its value.</p>
      )}
      {first !== undefined && total === 1 && (
        <>
          <p className={words.effect}>{isLost ? noEffect(name) : effectSentence(first, name, cloud)}</p>
          {!isLost && (
            <TrustLine
              issuer={first.issuer}
              subject={first.subject}
              {...(parent === null ? {} : { identity: { kind: parent.kind, name } })}
            />
          )}
        </>
      )}
      <CauseNotes
        causes={causes}
        {...(onSet !== undefined && { onSet, settable: ['name', 'issuer', 'subject', 'audience'] })}
      />
      <GithubUnchecked {...preview.github} />
      {probes && first !== undefined && (
        <IssuerProbeNotes issuer={first.issuer} hidden={causes.map(({ code }) => code)} />
      )}
      <WarningList
        warnings={warnings.filter(({ field }) => field === undefined || !fieldKeys.includes(field))}
      />
    </EffectPanel>
  )
}
