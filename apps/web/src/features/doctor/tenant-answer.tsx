import type { TrustParent } from '@trustwright/shared-schemas'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import { Answer } from './answer.tsx'
import { claimsOf } from './claims-of.ts'
import { examine } from './examine.ts'
import { isExample } from './examples.ts'
import { noTenant, parentKey, type Scope } from './scope.ts'
import { SignsInAs } from './signs-in-as.tsx'
import { Standing } from './standing.tsx'
import { useFreshTrusts } from './use-fresh-trusts.ts'
import { useScope } from './use-scope.ts'
import { useTenant } from './use-tenant.ts'

/** A trust that was made since may be the one that fits. */
const oldMs = 2 * 60_000

/** Whom the workload signs in as: chosen, read from the text where that is null, or anybody of the tenant. */
export type Asked = TrustParent | null | 'anybody'

interface TenantAnswerProps {
  readonly text: string
  readonly asked: Asked
  readonly onAsk: (asked: TrustParent | 'anybody') => void
}

/** The answer beside every trust that the person may read. What is compared never leaves this browser. */
export function TenantAnswer({ text, asked, onAsk }: TenantAnswerProps) {
  const cloud = useCloud()
  const state = useTenant()
  const { tenant, error, isReading, readAt, refresh } = state
  const names = useMemo(
    () => ({
      asked: asked === 'anybody' ? null : asked,
      text: asked === 'anybody' ? '' : text,
      claims: claimsOf(text),
    }),
    [asked, text],
  )
  const found = useScope(tenant, names)
  const isLooking = found === null
  const broad = found ?? noTenant
  const fresh = useFreshTrusts(broad.parent?.parent ?? null)
  const { unreadable } = state
  const scope: Scope = useMemo(
    () =>
      fresh.trusts === null || broad.parent === null
        ? { ...broad, readAt, unreadable }
        : {
            ...broad,
            trusts: fresh.trusts,
            parent: { ...broad.parent, name: fresh.name },
            readAt: fresh.readAt,
          },
    [broad, readAt, unreadable, fresh.trusts, fresh.name, fresh.readAt],
  )
  const [now] = useState(() => Date.now())
  /** Which reading of the tenant was found to be too old. */
  const [oldAt, setOldAt] = useState<number | null>(null)
  const isOld = readAt !== null && (oldAt === null ? now - readAt > oldMs : oldAt === readAt)
  const isDoubted = isOld && !isLooking && scope.parent === null && !isExample(text)
  const isMissed = useMemo(
    () => isDoubted && isWithoutMatch(text, scope, cloud),
    [isDoubted, text, scope, cloud],
  )
  if (isMissed && oldAt === null) setOldAt(readAt)
  const readAgain = useEffectEvent(refresh)
  useEffect(() => {
    if (oldAt !== null) readAgain()
  }, [oldAt])
  // Until the trusts are there, "no trust fits" would be said of half of them, or of those of yesterday.
  const isOpen =
    isLooking ||
    (scope.parent === null
      ? error === null && (isMissed || (isReading && tenant.trusts.length === 0))
      : fresh.isReading && fresh.trusts === null)
  const compared = useMemo(() => (isOpen ? { ...scope, trusts: null } : scope), [isOpen, scope])
  return (
    <>
      {!isExample(text) && (
        <SignsInAs chosen={scope.parent} onChoose={onAsk} onEveryTrust={() => onAsk('anybody')} />
      )}
      <Answer
        key={scope.parent === null ? '' : parentKey(scope.parent.parent)}
        text={text}
        scope={compared}
        isReading={isReading || isOpen || fresh.isReading}
      >
        {!isExample(text) && (
          <Standing
            state={state}
            scope={scope}
            isMissed={isMissed}
            isOpen={isOpen}
            lookedThrough={isLooking ? tenant.trusts.length : null}
            isBusy={scope.parent === null ? state.isRefreshing : fresh.isReading}
            onRefresh={scope.parent === null ? refresh : fresh.refresh}
          />
        )}
        {fresh.error !== null && <ProblemNotice error={fresh.error} onRetry={fresh.refresh} />}
        {error !== null && <ProblemNotice error={error} onRetry={state.retry} />}
      </Answer>
    </>
  )
}

/** The text tells claims, and none of the trusts fits them. */
function isWithoutMatch(text: string, scope: Scope, cloud: ReturnType<typeof useCloud>): boolean {
  const { presented, matching } = examine(text, scope, { cloud, now: new Date().toISOString() })
  return presented !== null && matching.length === 0
}
