import { expect, test } from 'vitest'
import { saidOf } from '../../../testing/said.ts'

test.each([
  ['https://gitlab.com', 'contoso/shop'],
  ['https://gitlab.com', 'project_path:contoso/shop:ref_type:branch:ref:refs/heads/main'],
  ['https://app.terraform.io', 'organization:contoso:project:p:workspace:w'],
  ['https://app.terraform.io', 'organization:contoso:workspace:w:run_phase:plan'],
  ['https://app.terraform.io', 'organization:contoso:project:p:workspace:w:run_phase:Apply'],
  ['https://accounts.google.com', 'shop@contoso.iam.gserviceaccount.com'],
])('of %s the subject %s is told', (issuer, subject) => {
  expect(saidOf({ issuer, subject })).toEqual(['subject-form'])
})

test.each([
  ['https://gitlab.com', 'project_path:contoso/shop:ref_type:branch:ref:main'],
  ['https://app.terraform.io', 'organization:contoso:project:Default Project:workspace:w:run_phase:apply'],
  ['https://accounts.google.com', '104928374650192837465'],
  ['https://oidc.contoso.com', 'contoso/shop'],
])('of %s the subject %s is right', (issuer, subject) => {
  expect(saidOf({ issuer, subject })).toEqual([])
})

test('a fault of the issuer does not hide one of the subject', () => {
  expect(saidOf({ issuer: 'https://gitlab.com/', subject: 'contoso/shop' })).toEqual([
    'issuer-slash',
    'subject-form',
  ])
})
