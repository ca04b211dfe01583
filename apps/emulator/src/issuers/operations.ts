import type { Operation } from '../kernel/operation.ts'
import { getDocument } from './get-document.ts'
import { getSample } from './get-sample.ts'
import { listIssuers } from './list-issuers.ts'
import { postKeysRetire } from './post-keys-retire.ts'
import { postKeysRotate } from './post-keys-rotate.ts'
import { postSample } from './post-sample.ts'
import { postToken } from './post-token.ts'

export const issuerOperations: readonly Operation[] = [
  getDocument,
  listIssuers,
  postToken,
  postKeysRotate,
  postKeysRetire,
  getSample,
  postSample,
]
