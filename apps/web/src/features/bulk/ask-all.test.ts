import { errorCatalogue, type ErrorCode, type GithubRepository } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleRepository } from '../../components/testing/sample-repository.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { askAll } from './ask-all.ts'
import type { GithubAnswer, RepositoryPath } from './github-rows.ts'

const repository = sampleRepository({ owner: 'Contoso' })
const paths = Array.from({ length: 20 }, (_, index) => ({ owner: 'contoso', name: `r${index}` }))

function problem(code: ErrorCode, retryAfterSeconds?: number): ApiProblem {
  const { status, title } = errorCatalogue[code]
  return new ApiProblem({
    type: 'about:blank',
    title,
    status,
    code,
    detail: 'So it is.',
    nextStep: 'Wait until 10:42.',
    requestId: 'r-1',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
}

async function asked(ask: (path: RepositoryPath) => Promise<GithubRepository>, signal?: AbortSignal) {
  const answers = new Map<string, GithubAnswer>()
  const ends: (string | null)[] = []
  let count = 0
  const input = {
    ask: async (path: RepositoryPath): Promise<GithubAnswer> => {
      count += 1
      return { repository: await ask(path), problem: null }
    },
    refuse: (problem: string) => ({ repository: null, problem }),
    paths,
    signal: signal ?? new AbortController().signal,
  }
  await askAll(input, (some, end) => {
    for (const [key, answer] of some) answers.set(key, answer)
    ends.push(end)
  })
  return { answers, end: ends.at(-1), count }
}

test('each repository is asked about once', async () => {
  const { answers, end, count } = await asked(async () => repository)
  expect([answers.size, end, count]).toEqual([20, null, 20])
})

test('one that GitHub does not show is told with the reason, and the others go on', async () => {
  const { answers, end } = await asked(async ({ name }) => {
    if (name === 'r3') throw problem('GITHUB_NOT_FOUND')
    return repository
  })
  expect(end).toBeNull()
  expect(answers.get('contoso/r3')?.problem).toBe('GitHub does not have this, or does not show it.')
  expect(answers.get('contoso/r4')?.repository).toBe(repository)
})

test.each<ErrorCode>(['GITHUB_RATE_LIMITED', 'GITHUB_CONNECTION_ENDED', 'TOO_MANY_REQUESTS'])(
  'after %s nothing more is asked, what was answered stays, and the words say when',
  async (code) => {
    const { answers, end, count } = await asked(async ({ name }) => {
      if (name === 'r5') throw problem(code)
      return repository
    })
    expect(end).toContain('Wait until 10:42.')
    expect(answers.size).toBeGreaterThanOrEqual(5)
    expect(answers.has('contoso/r5')).toBe(false)
    expect(count).toBeLessThanOrEqual(5 + 3)
  },
)

test('a time that GitHub states is told as a time of day, which stays true while it is read', async () => {
  const { end } = await asked(async () => {
    throw problem('GITHUB_RATE_LIMITED', 3000)
  })
  expect(end).toMatch(/It answers again at \d\d:\d\d:\d\d; the rows go on without it\.$/)
})

test('a page that was left hears nothing more', async () => {
  const { answers } = await asked(async () => repository, AbortSignal.abort())
  expect(answers.size).toBe(0)
})
