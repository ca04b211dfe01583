import { accessEndpoints } from './access-endpoints.ts'
import { activityEndpoints } from './activity-endpoints.ts'
import { applicationEndpoints } from './application-endpoints.ts'
import { clusterEndpoints } from './cluster-endpoints.ts'
import { diagnosisEndpoints } from './diagnosis-endpoints.ts'
import { directoryEndpoints } from './directory-endpoints.ts'
import { draftEndpoints } from './draft-endpoints.ts'
import { findingEndpoints } from './finding-endpoints.ts'
import { fixEndpoints } from './fix-endpoints.ts'
import { githubEndpoints } from './github-endpoints.ts'
import { idSwitchEndpoints } from './id-switch-endpoints.ts'
import { identityEndpoints } from './identity-endpoints.ts'
import { inventoryEndpoints } from './inventory-endpoints.ts'
import { issuerEndpoints } from './issuer-endpoints.ts'
import { patternEndpoints } from './pattern-endpoints.ts'
import { policyEndpoints } from './policy-endpoints.ts'
import { proofEndpoints } from './proof-endpoints.ts'
import { removalEndpoints } from './removal-endpoints.ts'
import { requestEndpoints } from './request-endpoints.ts'
import { reviewEndpoints } from './review-endpoints.ts'
import { sessionEndpoints } from './session-endpoints.ts'
import { setUpEndpoints } from './set-up-endpoints.ts'
import { subscriptionEndpoints } from './subscription-endpoints.ts'
import { trustEndpoints } from './trust-endpoints.ts'
import { trustHistoryEndpoints } from './trust-history.ts'
import { viewEndpoints } from './view-endpoints.ts'

/**
 * Every address of the portal's API, for who serves or describes them all. A page takes the group that it needs, so that
 * what a browser loads first holds no other page's.
 */
export const endpoints = {
  ...sessionEndpoints,
  ...subscriptionEndpoints,
  ...applicationEndpoints,
  ...accessEndpoints,
  ...patternEndpoints,
  ...draftEndpoints,
  ...setUpEndpoints,
  ...githubEndpoints,
  ...clusterEndpoints,
  ...directoryEndpoints,
  ...issuerEndpoints,
  ...diagnosisEndpoints,
  ...proofEndpoints,
  ...identityEndpoints,
  ...trustEndpoints,
  ...inventoryEndpoints,
  ...findingEndpoints,
  ...idSwitchEndpoints,
  ...trustHistoryEndpoints,
  ...fixEndpoints,
  ...removalEndpoints,
  ...activityEndpoints,
  ...policyEndpoints,
  ...requestEndpoints,
  ...viewEndpoints,
  ...reviewEndpoints,
} as const
