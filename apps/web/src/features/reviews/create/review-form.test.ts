import { expect, test } from 'vitest'
import { reviewForm, settingsOf, type ReviewForm } from './review-form.ts'

const right: ReviewForm = {
  query: 'risk:high',
  name: 'Q4',
  reviewers: 'Dana@contoso.com\n 11111111-2222-3333-4444-555555555555,',
  ownersDecide: true,
  due: '2099-12-05',
  silence: 'keep',
  typed: '',
}

test('what is filled in becomes a review that ends with its day', () => {
  expect(settingsOf(reviewForm().parse(right))).toEqual({
    name: 'Q4',
    reviewers: ['Dana@contoso.com', '11111111-2222-3333-4444-555555555555'],
    ownersDecide: true,
    dueAt: '2099-12-05T23:59:59Z',
    silence: 'keep',
  })
})

test.each<[string, Partial<ReviewForm>, string]>([
  ['no name', { name: ' ' }, 'name'],
  ['a day that is over', { due: '2020-01-01' }, 'due'],
  ['what is no day', { due: '5 December' }, 'due'],
  ['a reviewer without an address', { reviewers: 'dana' }, 'reviewers'],
  ['silence that removes without the words', { silence: 'remove' }, 'typed'],
  ['other words', { silence: 'remove', typed: 'remove' }, 'typed'],
])('%s is told at its field', (_, change, field) => {
  const { error } = reviewForm().safeParse({ ...right, ...change })
  expect(new Set(error?.issues.map(({ path }) => path[0]))).toEqual(new Set([field]))
})

test('a day that is over may stay where the review has it already', () => {
  const late = { ...right, due: '2020-01-01' }
  expect(reviewForm('2020-01-01').safeParse(late).success).toBe(true)
})
