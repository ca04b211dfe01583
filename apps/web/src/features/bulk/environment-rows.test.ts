import { expect, test } from 'vitest'
import { sampleRepository } from '../../components/testing/sample-repository.ts'
import {
  environmentPaths,
  missingEnvironments,
  missingWords,
  type EnvironmentAnswers,
} from './environment-rows.ts'
import { matrixRows } from './matrix-rows.ts'

const repository = sampleRepository()

function rows(places: readonly string[], entity: 'environment' | 'branch' = 'environment') {
  return matrixRows({ repositories: 'contoso/pay', places: places.join('\n'), entity }, null).rows
}

function told(names: readonly string[], complete = true): EnvironmentAnswers {
  const environments = names.map((name) => ({ name, needsApproval: null, waitMinutes: null, branches: null }))
  return new Map([['contoso/pay', { environments, complete }]])
}

function words(places: readonly string[], answers: EnvironmentAnswers) {
  return missingEnvironments(rows(places), answers).map(missingWords)
}

test('a row whose environment GitHub does not have is told with those it has', () => {
  expect(words(['prod', 'prd'], told(['dev', 'prod']))).toEqual([
    'Row 2, contoso/pay: no environment prd. It has dev, prod.',
  ])
  expect(words(['prd'], told([]))).toEqual(['Row 1, contoso/pay: no environment prd. It has none.'])
  expect(words(['x'], told(['a', 'b', 'c', 'd', 'e', 'f', 'g']))).toEqual([
    'Row 1, contoso/pay: no environment x. It has a, b, c, d, e and 2 more.',
  ])
})

test('other capitals are told as such, in a list that is cut off as well', () => {
  const told2 = told(['prod'], false)
  expect(words(['Prod'], told2)).toEqual([
    'Row 1, contoso/pay: Prod is written prod at GitHub, and capitals count.',
  ])
})

test.each<[string, readonly string[], EnvironmentAnswers]>([
  ['GitHub did not tell', ['prd'], new Map([['contoso/pay', null]])],
  ['GitHub was not asked', ['prd'], new Map()],
  ['the list is cut off', ['prd'], told(['prod'], false)],
  ['all are there', ['prod'], told(['prod'])],
])('nothing is said where %s', (_, places, answers) => {
  expect(words(places, answers)).toEqual([])
})

test('asked about are repositories with environments that GitHub showed, each once', () => {
  const shown = new Map([['contoso/pay', { repository, problem: null }]])
  const hidden = new Map([['contoso/pay', { repository: null, problem: 'Not shown.' }]])
  expect(environmentPaths(rows(['dev', 'prod']), shown)).toEqual([{ owner: 'contoso', name: 'pay' }])
  expect(environmentPaths(rows(['dev']), hidden)).toEqual([])
  expect(environmentPaths(rows(['dev']), new Map())).toEqual([])
  expect(environmentPaths(rows(['main'], 'branch'), shown)).toEqual([])
})
