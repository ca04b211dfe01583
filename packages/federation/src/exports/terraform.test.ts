import { expect, test } from 'vitest'
import { exportFormsFor, exportTrust } from '../index.ts'
import { app, context, expression, flexible, guid, withSubject } from '../testing/export-context.ts'
import { hclText } from './hcl-text.ts'

const identity = `/subscriptions/${guid}/resourceGroups/rg-pay_(eu)/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-api`

test.each([
  ['a', '"a"'],
  ['${x}', '"$${x}"'],
  ['$${x}', '"$$${x}"'],
  ['%{x}', '"%%{x}"'],
  ['a$', '"a$"'],
  ['50%', '"50%"'],
  ['"q" \\', '"\\"q\\" \\\\"'],
  ['a\nb\u2028', '"a\\nb\\u2028"'],
  ['a\\b', '"a\\\\b"'],
  ['\b\f\u0001', '"\\u0008\\u000c\\u0001"'],
])('Terraform gets the text %j as %s', (value, text) => {
  expect(hclText(value)).toBe(text)
})

test('azurerm gets the trust in the shape of version 5, with an import of what is stored', () => {
  expect(exportTrust('terraform', context).text).toBe(`terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 5.0"
    }
  }
}

provider "azurerm" {
  features {}
  tenant_id       = "tenant-1"
  subscription_id = "${guid}"
}

import {
  to = azurerm_federated_identity_credential.gh_pay_api_production
  id = "${identity}/federatedIdentityCredentials/gh-pay-api-production"
}

resource "azurerm_federated_identity_credential" "gh_pay_api_production" {
  name                      = "gh-pay-api-production"
  user_assigned_identity_id = "${identity}"
  issuer                    = "https://token.actions.githubusercontent.com"
  subject                   = "repo:contoso/pay-api:environment:production"
  audience                  = ["api://AzureADTokenExchange"]
}
`)
})

test('azuread gets the trust of an application, found by its client ID', () => {
  const trust = { ...context.trust, description: 'Deploys', credentialId: 'credential-1' }
  const { text } = exportTrust('terraform', {
    ...app,
    trust,
    applicationObjectId: 'object-1',
    cloud: 'china',
  })
  expect(text.slice(text.indexOf('provider "'))).toBe(`provider "azuread" {
  tenant_id   = "tenant-1"
  environment = "china"
}

data "azuread_application" "parent" {
  client_id = "app-1"
}

import {
  to = azuread_application_federated_identity_credential.gh_pay_api_production
  id = "object-1/federatedIdentityCredential/credential-1"
}

resource "azuread_application_federated_identity_credential" "gh_pay_api_production" {
  application_id = data.azuread_application.parent.id
  display_name   = "gh-pay-api-production"
  description    = "Deploys"
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:contoso/pay-api:environment:production"
  audiences      = ["api://AzureADTokenExchange"]
}
`)
})

test('an import whose IDs are not known is a command to fill in', () => {
  const { text } = exportTrust('terraform', app)
  expect(text).not.toMatch(/^import/m)
  expect(text).toContain(
    '# terraform import azuread_application_federated_identity_credential.gh_pay_api_production "<application-object-id>/',
  )
})

test.each([context, app])('a trust that is not stored yet is not imported (case %#)', (parent) => {
  expect(exportTrust('terraform', { ...parent, stored: false }).text).not.toContain('import')
})

test('an expression of an application goes to the flexible resource', () => {
  const { text } = exportTrust('terraform', { ...app, trust: flexible })
  expect(text).toContain(
    'resource "azuread_application_flexible_federated_identity_credential" "gh_any_branch" {',
  )
  expect(text).toContain(`  audience                   = "api://AzureADTokenExchange"\n`)
  expect(text).toContain(`  claims_matching_expression = "${expression}"\n}`)
})

test('an expression of an identity goes to azapi beside azurerm', () => {
  const { text } = exportTrust('terraform', { ...context, trusts: [context.trust, flexible] })
  expect(text).toContain('resource "azurerm_federated_identity_credential" "gh_pay_api_production" {')
  expect(text).toContain(`resource "azapi_resource" "gh_any_branch" {
  type      = "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2025-01-31-preview"
  name      = "gh-any-branch"
  parent_id = "${identity}"
  locks     = ["${identity}"]

  body = {
    properties = {
      issuer    = "https://token.actions.githubusercontent.com"
      audiences = ["api://AzureADTokenExchange"]
      claimsMatchingExpression = {
        languageVersion = 1
        value           = "${expression}"
      }
    }
  }
}
`)
})

test('azapi alone takes a trust with a subject too', () => {
  const { text } = exportTrust('terraform-azapi', context)
  expect(text).not.toContain('azurerm')
  expect(text).toContain('federatedIdentityCredentials@2024-11-30"\n')
  expect(text).toContain('      subject   = "repo:contoso/pay-api:environment:production"\n')
})

test.each([
  [
    ['a-b', 'a_b', 'a.b'],
    ['a_b', 'a_b_2', 'a_b_3'],
  ],
  [
    ['1st', 'trust_1st'],
    ['trust_1st', 'trust_1st_2'],
  ],
])('the names %j stay apart', (names, symbols) => {
  const trusts = names.map((name) => ({ ...context.trust, name }))
  const { text } = exportTrust('terraform', { ...context, trusts })
  expect(Array.from(text.matchAll(/^resource "\w+" "(\w+)"/gm), ([, symbol]) => symbol)).toEqual(symbols)
})

test('a text that Terraform would change is refused and not offered', () => {
  const odd = withSubject('repo:contoso/cafe\u0301')
  expect(exportFormsFor(odd)).not.toContain('terraform')
  expect(() => exportTrust('terraform', odd)).toThrow(RangeError)
  expect(exportFormsFor(withSubject('repo:contoso/caf\u00e9'))).toContain('terraform')
})
