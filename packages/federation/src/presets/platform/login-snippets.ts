import type { Export } from '../../exports/export.ts'
import { clouds } from '../../model/cloud.ts'
import { bashWord } from '../../exports/quoting.ts'
import { clientIdOf, cloudOf, fileStem, type WorkloadContext } from '../../exports/workload-context.ts'

/** `az login` with the token in a shell variable. https://learn.microsoft.com/cli/azure/authenticate-azure-cli-service-principal */
export function azLogin(context: WorkloadContext, variable: string): string {
  const { cloud = 'public' } = context
  const words = [
    `az login --service-principal --username ${bashWord(clientIdOf(context))}`,
    `--tenant ${bashWord(context.tenantId)}`,
    `--federated-token "$${variable}"`,
    ...(context.subscriptionId === undefined ? ['--allow-no-subscriptions'] : []),
  ]
  const login = words.join(' ')
  return cloud === 'public' ? login : `az cloud set --name ${cloudOf(context).cliName} && ${login}`
}

/** The variable by which the Terraform providers learn of a cloud that they do not start with. */
export function armEnvironment({ cloud = 'public' }: WorkloadContext): readonly string[] {
  return cloud === 'public' ? [] : [`ARM_ENVIRONMENT=${clouds[cloud].terraformName}`]
}

/** A shell script: how the platform hands out its token, then the sign-in. */
export function shellSnippet(context: WorkloadContext, lines: readonly string[]): Export {
  return { language: 'bash', filename: `${fileStem(context)}.sh`, text: `${lines.join('\n')}\n` }
}

export function yamlSnippet(filename: string, lines: readonly string[]): Export {
  return { language: 'yaml', filename, text: `${lines.join('\n')}\n` }
}

/** The one audience of the trust, as the workload must ask for it. */
export function audienceOf(context: WorkloadContext): string {
  return context.trust.audiences[0] ?? '<audience>'
}
