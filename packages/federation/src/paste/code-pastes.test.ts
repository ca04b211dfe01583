import { expect, test } from 'vitest'
import { understandPaste } from '../index.ts'

const guid = '11111111-2222-3333-4444-555555555555'
const github = 'https://token.actions.githubusercontent.com'
const audience = 'api://AzureADTokenExchange'
const trust = {
  name: 'gh-main',
  issuer: github,
  subject: 'repo:contoso/pay-api:ref:refs/heads/main',
  audiences: [audience],
}
const json = JSON.stringify(trust)
const understand = (text: string) => understandPaste(text, { cloud: 'public' })

const graph = { ...trust, description: null, id: guid }
const arm = {
  id: `/subscriptions/${guid}/resourcegroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay/federatedIdentityCredentials/gh-main`,
  name: 'gh-main',
  properties: { issuer: github, subject: trust.subject, audiences: [audience] },
}
const template = {
  parameters: { identityName: { type: 'string', defaultValue: 'id-pay' }, subject: { type: 'string' } },
  variables: { issuer: github },
  resources: [
    {
      type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
      name: "[parameters('identityName')]",
      resources: [
        {
          type: 'federatedIdentityCredentials',
          name: "[concat(parameters('identityName'), '/', 'gh-main')]",
          properties: {
            issuer: "[variables('issuer')]",
            subject: "[parameters('subject')]",
            audiences: ['[[a]'],
          },
        },
      ],
    },
  ],
}
const azIdentity = `az identity federated-credential create -g rg --identity-name id-pay -n gh-main --issuer ${github} --subject ${trust.subject} --audiences ${audience}`

const credentials: readonly (readonly [string, string, object])[] = [
  ['JSON of Graph', JSON.stringify(graph), trust],
  [
    'JSON of Azure Resource Manager',
    JSON.stringify(arm),
    {
      ...trust,
      parent: { kind: 'managedIdentity', subscriptionId: guid, resourceGroup: 'rg', identityName: 'id-pay' },
    },
  ],
  ['a list of Graph', JSON.stringify({ value: [graph] }), trust],
  ['a list of az', JSON.stringify([{ ...arm, ...trust }]), trust],
  [
    'JSON of PowerShell',
    JSON.stringify({ Name: 'gh-main', Issuer: github, Subject: trust.subject, Audience: [audience] }),
    trust,
  ],
  [
    'JSON with trailing commas',
    `{ "name": 'gh-main', "issuer": "${github}", "subject": "${trust.subject}", "audiences": ["${audience}"], }`,
    trust,
  ],
  ['JSON without braces', json.slice(1, -1), trust],
  [
    'an ARM template',
    JSON.stringify(template),
    {
      name: 'gh-main',
      issuer: github,
      subject: null,
      audiences: ['[a]'],
      parent: { identityName: 'id-pay' },
    },
  ],
  [
    'az in one line',
    azIdentity,
    { ...trust, parent: { kind: 'managedIdentity', resourceGroup: 'rg', identityName: 'id-pay' } },
  ],
  ['az over lines behind a prompt', `$ ${azIdentity.replaceAll(' --', ' \\\n    --')}`, trust],
  ['az over lines of cmd', azIdentity.replaceAll(' --', ' ^\r\n  --'), trust],
  ['az over lines of PowerShell', `PS C:\\Users\\dana> ${azIdentity.replaceAll(' --', ' `\n  --')}`, trust],
  [
    'az with quotes and equals signs',
    azIdentity.replace(`--subject ${trust.subject}`, `--subject="${trust.subject}"`),
    trust,
  ],
  ['az with curly quotes', azIdentity.replace(trust.subject, `“${trust.subject}”`), trust],
  [
    'az with variables',
    `ISSUER=${github}\nexport SUB='${trust.subject}'\n${azIdentity.replace(github, '"$ISSUER"').replace(trust.subject, '"${SUB}"')}`,
    trust,
  ],
  [
    'az with an unknown variable',
    azIdentity.replace(trust.subject, '"$SUBJECT"'),
    { ...trust, subject: null },
  ],
  [
    'az with a command inside',
    azIdentity.replace(github, '$(az aks show -g a -n b --query x -o tsv)'),
    { ...trust, issuer: null },
  ],
  [
    'az with an expression',
    azIdentity.replace(
      `--subject ${trust.subject}`,
      `--claims-matching-expression-version 1 --claims-matching-expression-value "claims['sub'] matches 'repo:contoso/*'"`,
    ),
    { subject: null, claimsMatchingExpression: "claims['sub'] matches 'repo:contoso/*'" },
  ],
  [
    'az for an application',
    `az ad app federated-credential create --id ${guid} --parameters '${json}'`,
    { ...trust, parent: { kind: 'application', id: guid } },
  ],
  [
    'az with escaped JSON',
    `az ad app federated-credential create --id ${guid} --parameters "${json.replaceAll('"', '\\"')}"`,
    trust,
  ],
  [
    'az with a file that is made before',
    `cat <<EOF > credential.json\n${json}\nEOF\naz ad app federated-credential create --id ${guid} --parameters credential.json`,
    trust,
  ],
  [
    'az with a here-document',
    `az ad app federated-credential create --id ${guid} --parameters @- <<'EOF'\n${json}\nEOF`,
    trust,
  ],
  [
    'az rest',
    `az rest --method POST --uri 'https://graph.microsoft.com/beta/applications/${guid}/federatedIdentityCredentials' --body '${json}'`,
    { ...trust, parent: { kind: 'application', objectId: guid } },
  ],
  [
    'New-AzADAppFederatedCredential',
    `New-AzADAppFederatedCredential -ApplicationObjectId ${guid} -Name 'gh-main' -Issuer '${github}' -Subject '${trust.subject}' -Audience '${audience}'`,
    { ...trust, parent: { kind: 'application', objectId: guid } },
  ],
  [
    'New-AzFederatedIdentityCredentials',
    `New-AzFederatedIdentityCredentials -ResourceGroupName rg -IdentityName id-pay -Name gh-main -Issuer ${github} -Subject "${trust.subject}" -Audience @('${audience}')`,
    { ...trust, parent: { resourceGroup: 'rg', identityName: 'id-pay' } },
  ],
  [
    'a cmdlet with variables',
    `$sub = "${trust.subject}"\nNew-AzFederatedIdentityCredential -IdentityName id-pay -Name gh-main -Issuer ${github} -Subject $sub -Audience ${audience}`,
    trust,
  ],
  [
    'a cmdlet of Microsoft Graph',
    `$body = @{\n  Name = 'gh-main'\n  Issuer = '${github}'\n  Subject = '${trust.subject}'\n  Audiences = @('${audience}')\n}\nNew-MgApplicationFederatedIdentityCredential -ApplicationId ${guid} -BodyParameter $body`,
    trust,
  ],
  [
    'azwi',
    `azwi serviceaccount create phase federated-identity --aad-application-name pay --service-account-namespace shop --service-account-name api --service-account-issuer-url https://oidc.contoso.com/`,
    { issuer: 'https://oidc.contoso.com/', subject: 'system:serviceaccount:shop:api' },
  ],
  [
    'azurerm 4',
    `resource "azurerm_federated_identity_credential" "x" {\n  name = "gh-main"\n  resource_group_name = azurerm_resource_group.rg.name\n  audience = ["${audience}"]\n  issuer = "${github}"\n  parent_id = azurerm_user_assigned_identity.id.id\n  subject = "${trust.subject}"\n}\nresource "azurerm_user_assigned_identity" "id" {\n  name = "id-pay"\n  location = "westeurope"\n}`,
    { ...trust, parent: { kind: 'managedIdentity', identityName: 'id-pay' } },
  ],
  [
    'azuread with locals and variables',
    `locals {\n  issuer = "${github}"\n}\nvariable "repo" {\n  default = "contoso/pay-api"\n}\nresource "azuread_application_federated_identity_credential" "x" {\n  application_id = "/applications/${guid}"\n  display_name = "gh-main"\n  issuer = local.issuer\n  subject = "repo:\${var.repo}:ref:refs/heads/main" # main\n  audiences = ["${audience}"]\n}`,
    { ...trust, parent: { kind: 'application', objectId: guid } },
  ],
  [
    'azapi with jsonencode',
    `resource "azapi_resource" "x" {\n  type = "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31"\n  name = "gh-main"\n  parent_id = var.id\n  body = jsonencode({\n    properties = {\n      issuer = "${github}"\n      subject = "${trust.subject}"\n      audiences = ["${audience}"]\n    }\n  })\n}`,
    trust,
  ],
  [
    'Terraform with an unknown variable',
    `resource "azuread_application_federated_identity_credential" "x" {\n  display_name = "gh-main"\n  issuer = "${github}"\n  subject = "repo:\${var.org}/pay-api:pull_request"\n}`,
    { issuer: github, subject: null },
  ],
  [
    'Bicep with a child resource',
    `resource mi 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {\n  name: 'id-pay'\n  location: location\n  resource fic 'federatedIdentityCredentials' = {\n    name: 'gh-main'\n    properties: { issuer: '${github}', subject: '${trust.subject}', audiences: ['${audience}'] }\n  }\n}`,
    { ...trust, parent: { identityName: 'id-pay' } },
  ],
  [
    'Bicep with parameters',
    `param repo string = 'contoso/pay-api'\nvar issuer = '${github}'\nresource fic 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = if (deploy) {\n  parent: mi\n  name: 'gh-main'\n  properties: {\n    issuer: issuer\n    subject: 'repo:\${repo}:ref:refs/heads/main'\n    audiences: [ '${audience}' ]\n  }\n}`,
    trust,
  ],
  [
    'Bicep for Graph',
    `resource app 'Microsoft.Graph/applications@v1.0' = {\n  uniqueName: 'pay'\n  resource fic 'federatedIdentityCredentials@v1.0' = {\n    name: '\${app.uniqueName}/gh-main'\n    issuer: '${github}'\n    subject: '${trust.subject}'\n    audiences: ['${audience}']\n  }\n}`,
    { ...trust, parent: { kind: 'application' } },
  ],
  [
    'Pulumi',
    `const issuer = "${github}";\nnew azuread.ApplicationFederatedIdentityCredential("x", {\n  applicationId: app.id, displayName: 'gh-main', issuer, subject: \`${trust.subject}\`, audiences: ["${audience}"],\n});`,
    trust,
  ],
  [
    'a request of the documents',
    `PUT https://management.azure.com${arm.id}?api-version=2024-11-30\n\n{\n  "properties": ${JSON.stringify(arm.properties)}\n}`,
    trust,
  ],
  [
    'a page of the portal',
    `Name: gh-main\nIssuer: ${github}\nSubject identifier: ${trust.subject}\nAudience: ${audience}`,
    trust,
  ],
  ['a code fence', `Here it is:\n\`\`\`bash\n${azIdentity}\n\`\`\`\nthanks`, trust],
  ['HTML entities', json.replaceAll('"', '&quot;'), trust],
]

test.each(credentials)('%s is read as the trust it makes', (_name, text, expected) => {
  const reading = understand(text)
  expect(reading).toMatchObject({ kind: 'credential', drafts: [expected] })
})

const rounds: readonly (readonly [string, string])[] = [
  ['a set of texts', 'toset(["dev", "prod"])'],
  ['a map', '{\n    dev = "x"\n    prod = "y"\n  }'],
]

test.each(rounds)('for_each over %s gives a trust for each', (_name, over) => {
  const text = `resource "azurerm_federated_identity_credential" "x" {\n  for_each = ${over}\n  name = "gh-\${each.key}"\n  issuer = "${github}"\n  audience = ["${audience}"]\n  subject = "repo:contoso/pay-api:environment:\${each.key}"\n}`
  expect(understand(text)).toMatchObject({
    kind: 'credential',
    drafts: ['dev', 'prod'].map((name) => ({
      name: `gh-${name}`,
      subject: `repo:contoso/pay-api:environment:${name}`,
    })),
  })
})

test('a file that is not in the paste is asked for', () => {
  const reading = understand(
    `az ad app federated-credential create --id ${guid} --parameters credential.json`,
  )
  expect(reading).toMatchObject({ kind: 'credential', drafts: [{ issuer: null, subject: null }] })
  expect(reading.notes.map(({ code }) => code)).toEqual(['file-missing', 'computed'])
})

test('what was left out of a list is counted', () => {
  const reading = understand(JSON.stringify([graph, { other: true }]))
  expect(reading).toMatchObject({ kind: 'credential', notes: [{ code: 'left-out' }] })
})
