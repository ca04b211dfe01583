import { understandPaste } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { rowsOfChoices } from './all-at-once.ts'
import { startChoices } from './start-choices.ts'

const rows = (text: string) =>
  rowsOfChoices(startChoices(understandPaste(text, { cloud: 'public' }), 'public'), 'public')

const command = (name: string, subject: string) =>
  `az identity federated-credential create --name ${name} --identity-name id-pay --resource-group rg-pay --issuer https://token.actions.githubusercontent.com --subject ${subject} --audiences api://AzureADTokenExchange`

test('each trust of the paste becomes a row, letter by letter', () => {
  const text = `${command('a-one', 'repo:contoso/a:environment:Prod')}\n${command('b-two', 'repo:contoso@5/b@8:pull_request')}`
  expect(rows(text)).toMatchObject([
    { name: 'a-one', subject: 'repo:contoso/a:environment:Prod', audience: 'api://AzureADTokenExchange' },
    { name: 'b-two', subject: 'repo:contoso@5/b@8:pull_request' },
  ])
})

test('what GitHub is still to tell is left to the page that asks it, never taken as names alone', () => {
  const links = 'https://github.com/contoso/a/tree/main\nhttps://github.com/contoso/b/tree/release/1'
  expect(rows(links)).toEqual([
    { repository: 'contoso/a', branch: 'main', name: '', audience: '', description: '', identity: '' },
    { repository: 'contoso/b', branch: 'release/1', name: '', audience: '', description: '', identity: '' },
  ])
})

test('nothing goes together where one of them still asks for something', () => {
  expect(rows('https://github.com/contoso/a\nhttps://github.com/contoso/b')).toEqual([])
})
