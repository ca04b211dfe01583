import { expect, test } from 'vitest'
import { sourceReader } from '../../packages/federation/src/testing/read-source.ts'
import { filesWhere } from './source-files.ts'

const shells = ['bash', 'powershell'] as const
const read = { bash: await sourceReader('bash'), powershell: await sourceReader('powershell') }
const documents = filesWhere((path) => path.endsWith('.md'))
const blocks = shells.flatMap((shell) =>
  documents.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`^\`\`\`${shell}\\n(.*?)^\`\`\`$`, 'gms'))].map(
      ([, block = '']) => [path, shell, block] as const,
    ),
  ),
)
const scripts = filesWhere((path) => path.endsWith('.sh')).map(
  ({ path, text }) => [path, 'bash', text] as const,
)

test('documents show both shells, and the script that registers the portal is there', () => {
  expect(new Set(blocks.map(([, shell]) => shell))).toEqual(new Set(shells))
  expect(scripts.map(([path]) => path)).toContain('docs/register.sh')
})

test.each([...blocks, ...scripts])(
  'what %s shows as %s is that, by the grammar of editors',
  (_, shell, text) => {
    expect(() => read[shell](text)).not.toThrow()
  },
)
