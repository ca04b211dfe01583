import { githubWorkflow } from '../exports/github-workflow.ts'
import { nameFrom } from '../model/trust-name.ts'
import { fieldText } from '../model/texts.ts'
import { definePreset } from './define-preset.ts'
import { templateNameParts } from './github/custom-subject.ts'
import { isGithubEntity, isTemplate, shortRef } from './github/facts.ts'
import { githubFieldGuides } from './github/field-guides.ts'
import { githubFieldRules } from './github/field-rules.ts'
import { recogniseGithub } from './github/recognise.ts'
import { githubClaims } from './github/subject.ts'
import { githubWarnings } from './github/warnings.ts'

/** Workflows on github.com, GHE.com and Enterprise Server. https://docs.github.com/en/actions/reference/security/oidc */
export const githubActions = definePreset({
  id: 'github-actions',
  title: 'GitHub Actions',
  summary: 'A workflow of one repository, on github.com or your own GitHub',
  category: 'pipelines',
  certainty: 'documented',
  docsUrl: 'https://docs.github.com/en/actions/reference/security/oidc',
  factsAsOf: '2026-09-30',
  parentKinds: ['managedIdentity', 'application'],
  fieldGuides: githubFieldGuides,
  fieldRules: githubFieldRules,
  claims: githubClaims,
  warnings: githubWarnings,
  suggestName: (fields) => {
    const entity = fieldText(fields, 'entity')
    if (isTemplate(entity)) return nameFrom(['gh', ...templateNameParts(fields)])
    const value =
      isGithubEntity(entity) && entity !== 'pull-request'
        ? shortRef(fieldText(fields, entity), entity)
        : entity
    return nameFrom(['gh', fieldText(fields, 'repository'), value])
  },
  snippet: githubWorkflow,
  recognise: recogniseGithub,
})
