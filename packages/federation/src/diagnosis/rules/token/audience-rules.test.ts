import { expect, test } from 'vitest'
import type { Cloud } from '../../../model/cloud.ts'
import { pairOf } from '../../claims/pair.ts'
import { presentedToken } from '../../claims/presented.ts'
import { audienceCauses } from './audience-rules.ts'

const own = 'api://AzureADTokenExchange'

function causes(stored: readonly string[], aud: unknown, cloud?: Cloud) {
  const token = presentedToken({}, { iss: 'i', sub: 's', aud })
  const context = cloud === undefined ? {} : { cloud }
  return audienceCauses(pairOf({ issuer: 'i', subject: 's', audiences: stored }, token, context))
}

test.each([
  [`${own}China`, own, 'china', 'audience-other-cloud', `Ask for the token with ${own}China`],
  [`${own}USGov`, own, 'usgov', 'audience-other-cloud', `Ask for the token with ${own}USGov`],
  [`${own}USGov`, own, 'public', 'audience-other-cloud', `Store ${own}`],
  [own, `${own}China`, undefined, 'audience-other-cloud', 'China'],
  [own, own.toLowerCase(), undefined, 'audience-near-miss', 'letter case'],
  [own, `${own}/`, undefined, 'audience-near-miss', 'spelled'],
  [own, `${own}/.default`, undefined, 'audience-near-miss', 'spelled'],
  [own, 'api://AzureADTokenExchang', undefined, 'audience-near-miss', 'spelled'],
  [own, ` ${own}`, undefined, 'audience-near-miss', 'spelled'],
  [own, 'https://github.com/contoso', undefined, 'audience-of-platform', 'asked for none'],
  [own, 'https://kubernetes.default.svc', undefined, 'audience-of-platform', 'without an audience'],
  [own, 'https://management.azure.com', undefined, 'audience-of-platform', 'access token'],
  [own, 'api://AKSIdentityBinding', undefined, 'audience-of-platform', 'identity binding'],
  [own, 'sts.amazonaws.com', undefined, 'audience-of-platform', 'another cloud provider'],
  ['azure.workload.identity', own, undefined, 'audience-differs', 'both places'],
  [own, '', undefined, 'audience-differs', 'no audience'],
  [own, undefined, undefined, 'audience-differs', 'no audience'],
] as const)('%s stored, %j presented, cloud %s: %s', (stored, aud, cloud, code, word) => {
  const [cause, ...rest] = causes([stored], aud, cloud)
  expect(rest).toEqual([])
  expect(cause).toMatchObject({ code, family: 'audience', severity: 'block' })
  expect(`${cause?.text} ${cause?.fix}`).toContain(word)
})

test('a trust without an audience is told to have none', () => {
  expect(causes([], own)[0]?.text).toContain('the trust has no audience')
})

test.each([own, [own], ['https://github.com/contoso', own]])(
  'an audience that is there is not blamed (%j)',
  (aud) => {
    expect(causes([own], aud)).toEqual([])
  },
)
