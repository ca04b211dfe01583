import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { diagnosisPage, undetected } from '../testing/diagnosis-page.ts'

test('docs/diagnosis.md tells every case and every code as it is', async () => {
  const page = fileURLToPath(new URL('../../../../docs/diagnosis.md', import.meta.url))
  await expect(diagnosisPage()).toMatchFileSnapshot(page)
})

test('no case is left undetected', () => {
  expect(undetected).toEqual([])
})
