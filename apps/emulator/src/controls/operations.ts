import type { Operation } from '../kernel/operation.ts'
import { deleteFault } from './delete-fault.ts'
import { deleteFaults } from './delete-faults.ts'
import { deleteTrusts } from './delete-trusts.ts'
import { deleteNamedSnapshot } from './delete-snapshot.ts'
import { getAnswerSheet } from './get-answer-sheet.ts'
import { getClock } from './get-clock.ts'
import { getExport } from './get-export.ts'
import { getHealth } from './get-health.ts'
import { getHome } from './get-home.ts'
import { getReality } from './get-reality.ts'
import { getTenant } from './get-tenant.ts'
import { listFaults } from './list-faults.ts'
import { listRequests } from './list-requests.ts'
import { listNamedSnapshots } from './list-snapshots.ts'
import { getBrowseApplications } from './page/get-browse-applications.ts'
import { getBrowsePeople } from './page/get-browse-people.ts'
import { getBrowse } from './page/get-browse.ts'
import { getLiveScript } from './page/get-live-script.ts'
import { getPage } from './page/get-page.ts'
import { postPage } from './page/post-page.ts'
import { patchReality } from './patch-reality.ts'
import { postClock } from './post-clock.ts'
import { postFault } from './post-fault.ts'
import { postIssuerKeysForget } from './post-issuer-keys-forget.ts'
import { postKeyRetirement } from './post-key-retirement.ts'
import { postKeyRotation } from './post-key-rotation.ts'
import { postReset } from './post-reset.ts'
import { postReviewSeed } from './post-review-seed.ts'
import { postSeed } from './post-seed.ts'
import { postSignOuts } from './post-sign-outs.ts'
import { postSnapshot } from './post-snapshot.ts'
import { postSnapshotRestore } from './post-snapshot-restore.ts'

export const controlOperations: readonly Operation[] = [
  getHome,
  getPage,
  postPage,
  getLiveScript,
  getBrowse,
  getBrowseApplications,
  getBrowsePeople,
  getTenant,
  getHealth,
  getReality,
  patchReality,
  getClock,
  postClock,
  listRequests,
  listFaults,
  postFault,
  deleteFault,
  deleteFaults,
  listNamedSnapshots,
  postSnapshot,
  postSnapshotRestore,
  deleteNamedSnapshot,
  postSeed,
  postReviewSeed,
  getAnswerSheet,
  getExport,
  deleteTrusts,
  postReset,
  postSignOuts,
  postKeyRotation,
  postKeyRetirement,
  postIssuerKeysForget,
]
