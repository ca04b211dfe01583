import { expect, test } from 'vitest'
import { importsOf } from './source-files.ts'

test('static, many-lined, bare, re-exporting and lazy imports are all found', () => {
  const text = [
    "import { a } from 'zod'",
    "import {\n  b,\n  c,\n} from './near.ts'",
    "import 'reflect-metadata'",
    "export { d } from '../far.ts'",
    "const page = () => import('./lazy.tsx')",
    "const words = 'copied from \\'nowhere\\''",
  ].join('\n')
  expect(importsOf({ path: 'apps/web/src/x.ts', text })).toEqual([
    'zod',
    'apps/web/src/near.ts',
    'reflect-metadata',
    'apps/web/far.ts',
    'apps/web/src/lazy.tsx',
  ])
})
