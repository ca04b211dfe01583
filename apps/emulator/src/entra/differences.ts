import type { Difference } from '../kernel/difference.ts'
import { exchangeDifferences } from './exchange/differences.ts'
import { signInDifferences } from './sign-in-differences.ts'
import { tokenDifferences } from './token/differences.ts'

export const entraDifferences: readonly Difference[] = [
  ...signInDifferences,
  ...tokenDifferences,
  ...exchangeDifferences,
]
