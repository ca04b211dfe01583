import { expect, test } from 'vitest'
import { filesWhere } from './source-files.ts'

const manifests = filesWhere((path) => path.endsWith('package.json'))

test('every dependency takes its version from the catalog or the workspace', () => {
  const stated = manifests.flatMap(({ path, text }) => {
    const {
      dependencies = {},
      devDependencies = {},
    }: Record<string, Record<string, string>> = JSON.parse(text)
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
      .map(([name, version]) => `${path}: ${name} ${version}`)
  })
  expect(stated).toEqual([])
})

test('the catalog pins exact versions', () => {
  const [workspace] = filesWhere((path) => path === 'pnpm-workspace.yaml')
  const ranges = [...(workspace?.text ?? '').matchAll(/^ {2}\S+: ([\^~<>].*)$/gm)].map(([line]) =>
    line.trim(),
  )
  expect(ranges).toEqual([])
})
