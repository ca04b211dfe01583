import { expect, test } from 'vitest'
import { wizardPrefill } from './wizard-prefill.ts'

const link = (query: string) => wizardPrefill(Object.fromEntries(new URLSearchParams(query)), 'public')
const read = (query: string) => link(query).body
const role = '4633458b-17de-408a-b874-0445c86b69e6'
const scope = '/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'

test('a short link fills in the workload, and leaves open what GitHub has to tell', () => {
  const { body, problems } = link('src=github&repo=contoso/pay-api&env=prod')
  expect(body).toMatchObject({
    presetId: 'github-actions',
    fields: { owner: 'contoso', repository: 'pay-api', entity: 'environment', environment: 'prod' },
    source: { kind: 'link' },
  })
  expect(body?.fields['identifiers']).toBeUndefined()
  expect(problems).toEqual([])
})

test('a link of the form’s own names means the same', () => {
  const short = read('src=github&repo=contoso/pay-api&env=prod')
  expect(read('preset=github-actions&owner=contoso&repository=pay-api&environment=prod')).toEqual(short)
})

test('a format that the link names is kept', () => {
  expect(read('src=github&repo=contoso/pay-api&identifiers=names')?.fields['identifiers']).toBe('names')
  expect(read('src=github&repo=contoso/pay-api&ownerId=5&repositoryId=8')?.fields['identifiers']).toBe('ids')
})

test.each(['', 'src=', 'github=connected'])('%j fills in nothing and refuses nothing', (query) => {
  expect(link(query)).toEqual({ body: null, identityName: null, problems: [] })
})

test.each([
  ['src=nowhere&env=prod', '“nowhere” is no platform here.'],
  ['preset=nowhere&env=prod', '“nowhere” is no platform here.'],
  ['src=github&repo=pay-api', '“pay-api” is no repository.'],
  ['src=github&repo=a/b/c', '“a/b/c” is no repository.'],
  ['src=github&repo=contoso/pay api', 'Repository “pay api”: '],
  ['src=github&repo=contoso/pay-api&branch=a b', 'Branch “a b”: '],
  ['src=gitlab&owner=contoso', '“owner” is no field of GitLab: it is left out.'],
  [`src=github&repo=contoso/pay-api&role=${role}`, 'write where it holds'],
  ['src=github&repo=contoso/pay-api&role=owner&scope=/subscriptions/x', 'write the ID of its definition'],
  [`src=github&repo=contoso/pay-api&scope=${scope}`, 'write the ID of its definition'],
  ['src=github&repo=contoso/pay-api&group=rg-pay&identity=id-pay', 'The identity is named in part'],
  ['src=github&repo=contoso/pay-api&application=pay', 'write its client ID'],
])('%s says what it leaves out', (query, words) => {
  const { problems } = link(query)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(words)
})

test('a role counts only with its place', () => {
  expect(read(`src=github&repo=contoso/pay-api&role=${role}`)?.access).toEqual([])
  expect(read(`src=github&repo=contoso/pay-api&role=${role}&scope=${scope}`)?.access).toEqual([
    { roleId: role, scope },
  ])
})

test('an identity is named whole, or by its name alone', () => {
  const whole = 'subscription=3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501&group=rg-pay&identity=id-pay'
  expect(read(`src=github&${whole}`)?.parent).toMatchObject({ parent: { identityName: 'id-pay' } })
  expect(link('src=github&identity=id-pay')).toMatchObject({ identityName: 'id-pay', problems: [] })
  expect(link('identity=id-pay')).toMatchObject({ identityName: 'id-pay', problems: [] })
})
