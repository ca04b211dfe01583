import type { Difference } from '../../kernel/difference.ts'

/** Where template deployments are smaller than Azure's, or rest on a fact that is not sure. */
export const deploymentDifferences: readonly Difference[] = [
  {
    area: 'ARM',
    what: 'Deployments go to resource groups and subscriptions; to management groups and the tenant they answer 501.',
    why: 'The emulator has no management groups.',
    certainty: 'documented',
  },
  {
    area: 'ARM',
    what: 'Templates and parameters by link, template specs, key vault references, rollback to another deployment, extensions, deployment stacks and deployment scripts answer 501.',
    why: 'They need services that the emulator does not have, or addresses that it must not call.',
    certainty: 'documented',
  },
  {
    area: 'ARM',
    what: 'A template may use the functions for strings, arrays, objects, numbers, logic, scopes, resource ids and lambdas; dates beyond utcNow, CIDR, zones, list*, pickZones and managementGroup answer 501 by name.',
    why: 'Templates of identities, trusts and role assignments do not use them.',
    certainty: 'documented',
  },
  {
    area: 'ARM',
    what: 'Validation checks the template, its parameters and the caller’s rights; resource providers check their parts only when they are deployed.',
    why: 'Which preflight checks Microsoft.ManagedIdentity makes is not published.',
    certainty: 'assumed',
  },
  {
    area: 'ARM',
    what: 'A resource of a type that the emulator does not have fails its deployment with NotEmulated; validation and what-if let it pass or show it as Unsupported.',
    why: 'It is the answer of the write itself.',
    certainty: 'documented',
  },
  {
    area: 'ARM',
    what: 'A what-if compares what the template names; properties it leaves out count as unchanged, except tags.',
    why: 'How Azure leaves out read-only and default properties is not published, and its own predictions have noise.',
    certainty: 'assumed',
  },
  {
    area: 'ARM',
    what: 'A write that is throttled inside a deployment is tried again up to four times, when it asks to wait for 10 seconds at most; then the deployment fails.',
    why: 'Whether and how often Azure repeats such a write is not published.',
    certainty: 'assumed',
  },
  {
    area: 'ARM',
    what: 'Complete mode deletes identities and clusters that the template does not name, and leaves credentials of an identity that it names.',
    why: 'Which child resources complete mode deletes depends on the provider; for these credentials it is not published.',
    certainty: 'assumed',
  },
  {
    area: 'ARM',
    what: 'In a nested template with outer evaluation, copyIndex() of the nested template’s own loops is refused.',
    why: 'The whole nested template is evaluated by the deployment around it.',
    certainty: 'assumed',
  },
  {
    area: 'ARM',
    what: 'Typed objects (properties, items, discriminators of languageVersion 2.0) are checked by their outer type only; integers above 2^53 lose digits.',
    why: 'The emulator’s templates do not need more.',
    certainty: 'documented',
  },
  {
    area: 'ARM',
    what: 'uniqueString() follows an algorithm that others worked out; it gives the values they recorded. templateHash is a number of the same kind as Azure’s, not the same number.',
    why: 'Neither algorithm is published. guid() is documented and gives Azure’s values.',
    certainty: 'reported',
  },
  {
    area: 'ARM',
    what: 'Texts of wrong function arguments, unknown members and unusual names of deployments may differ from Azure’s.',
    why: 'The frame and the common texts are those that people pasted; the rest is not published. The sources mark each one.',
    certainty: 'assumed',
  },
  {
    area: 'ARM',
    what: 'Deployments that run when the emulator stops are shown as Failed after its next start.',
    why: 'Azure’s own deployments outlive a restart; ours run in the process.',
    certainty: 'documented',
  },
]
