import type { DraftBody, SetUpItem } from '@trustwright/shared-schemas'
import { useRisks, type Risks } from '../../../components/checks/use-risks.ts'
import { useCloud } from '../../../components/use-cloud.ts'
import { useTrustPreview } from '../../../components/workload/use-trust-preview.ts'
import { formOfBody } from '../draft-body.ts'
import { kindOfParent } from '../parent-of-draft.ts'

interface ReviewRisks {
  readonly risks: Risks
  /** Codes of what the preview says beside the review. */
  readonly said: readonly string[]
  /**
   * The row with its risks taken. Azure is asked about it before the person insisted too, so that the dry run tells the rest;
   * `risks.blockedReason` keeps it from being made.
   */
  readonly item: SetUpItem
}

/** What is certain to fail of a draft, and what it takes to make it all the same. */
export function useReviewRisks(body: DraftBody, item: SetUpItem): ReviewRisks {
  const cloud = useCloud()
  const { causes } = useTrustPreview(formOfBody(body, cloud), cloud, { kind: kindOfParent(body.parent) })
  const risks = useRisks(causes)
  return {
    risks,
    said: causes.map(({ code }) => code),
    item: withRisks(item, [...new Set(risks.faults.map(({ code }) => code))].toSorted()),
  }
}

export function withRisks(item: SetUpItem, codes: readonly string[]): SetUpItem {
  if (codes.length === 0) return item
  return { ...item, trusts: item.trusts.map((trust) => ({ ...trust, acceptRisks: [...codes] })) }
}
