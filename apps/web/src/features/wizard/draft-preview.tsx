import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { silentFaults, type CauseField } from '@trustwright/federation'
import type { DraftBody } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { roleTitle } from '../../components/access/assignment-words.ts'
import { useHeldRoles } from '../../components/access/use-held-roles.ts'
import { useRoleWords } from '../../components/access/use-role-words.ts'
import { readScope } from '../../components/access/scope-words.ts'
import { CauseNotes } from '../../components/checks/cause-notes.tsx'
import { ClaimStrip } from '../../components/claim-strip.tsx'
import { useEffectStyles } from '../../components/effect/effect-panel.tsx'
import { effectSentence, noEffect } from '../../components/effect/trust-effect.ts'
import { TrustPath } from '../../components/trust-path.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import { PreviewedTrusts } from '../../components/workload/previewed-trusts.tsx'
import { useTrustPreview } from '../../components/workload/use-trust-preview.ts'
import { WarningList } from '../../components/warning-list.tsx'
import { formOfBody } from './draft-body.ts'
import { kindOfParent, nameOfDraftParent } from './parent-of-draft.ts'
import { foldedLine, pathIdentity, pathWorkload } from './preview-parts.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { useNameOfParent } from './identity/use-name-of-parent.ts'

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
  },
  below: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '16px' },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
})

interface DraftPreviewProps {
  /** As it is on the screen, what is half typed included. */
  readonly body: DraftBody
  /** On the step of the workload: its fields, which carry their own warnings. Later what is only good to know is left out. */
  readonly atFields?: readonly string[]
  /** The step after which nothing is asked: it stays open where there is no room beside the step too. */
  readonly isLast?: boolean
  /** Sets a claim to what a check proposes; left out where the claims are made of other fields. */
  readonly onSet?: ((field: CauseField, value: string) => void) | undefined
  /** The person was asked for roles and wants none: that it opens nothing is then the answer, no gap. */
  readonly isAsked?: boolean
  /** Of the open step alone, under the words. */
  readonly children?: ReactNode
}

/** What will come of the answers so far, on every step: the way of the token, the claims to the letter, and the effect. */
export function DraftPreview({
  body,
  atFields,
  isLast = false,
  isAsked = isLast,
  onSet,
  children,
}: DraftPreviewProps) {
  const styles = useStyles()
  const { effect, quiet } = useEffectStyles()
  const cloud = useCloud()
  const known = useNameOfParent(body.parent)
  const preview = useTrustPreview(formOfBody(body, cloud), cloud, { kind: kindOfParent(body.parent) })
  const { causes, claims, wanted, total, warnings } = preview
  const name = nameOfDraftParent(body.parent, known)
  const roles = useRoleWords(body.access, name)
  const existing = body.parent?.kind === 'existing' ? body.parent.parent : null
  const { assignments } = useHeldRoles(existing)
  const held = assignments?.map((one) => `${roleTitle(one)} on ${readScope(one.scope).name}`) ?? []
  const opens =
    roles.length + held.length > 0
      ? [...new Set([...roles.map(({ short }) => short), ...held])]
      : isAsked || assignments !== null
        ? []
        : null
  const workload = pathWorkload(body, wanted, cloud)
  const identity = pathIdentity(body, known)
  const [first] = wanted
  const said = warnings.filter(({ field, severity }) =>
    atFields === undefined ? severity !== 'info' : field === undefined || !atFields.includes(field),
  )
  const hasWords =
    first !== undefined || roles.length + said.length + causes.length > 0 || children !== undefined
  const words = hasWords && (
    <div className={mergeClasses(styles.part, !isLast && styles.below)}>
      {first !== undefined && total === 1 && (
        <p className={effect}>
          {silentFaults(causes).length > 0 ? noEffect(name) : effectSentence(first, name, cloud)}
        </p>
      )}
      {roles.map((role) => (
        <p key={role.effect} className={effect}>
          {role.effect}
        </p>
      ))}
      {first !== undefined && opens?.length === 0 && (
        <p className={quiet}>
          {existing === null
            ? 'It can sign in and do nothing yet: it has no role.'
            : 'It has no role that you can read.'}
        </p>
      )}
      <CauseNotes
        causes={causes}
        {...(onSet !== undefined && { onSet, settable: ['issuer', 'subject', 'audience'] })}
      />
      <WarningList warnings={said} />
      {children}
    </div>
  )
  return (
    <PreviewPanel summary={foldedLine(workload, identity, opens)} isOpen={isLast}>
      {/* The last step has the answers beside it, each with its way to change it. */}
      {!isLast && (
        <TrustPath
          workload={workload}
          identity={identity}
          opens={opens}
          nothing={existing === null ? undefined : 'no role that you can read'}
        />
      )}
      {/* While the claims are typed nothing above them may move; afterwards the effect comes first. */}
      {atFields === undefined && words}
      {workload !== null && (
        <div className={mergeClasses(styles.part, styles.below)}>
          <h3 className={styles.title}>
            {total === 1 ? 'Azure will look for exactly this' : `Azure will store ${String(total)} trusts`}
          </h3>
          {total === 1 ? (
            <ClaimStrip claims={claims} copy={first !== undefined} />
          ) : (
            <PreviewedTrusts preview={preview} there={[]} parentName={name} />
          )}
        </div>
      )}
      {atFields !== undefined && words}
    </PreviewPanel>
  )
}
