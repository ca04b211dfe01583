import { html, htmlPage } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { entraErrorFields, type EntraFailure } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'

/** What a person sees when Entra cannot know where to send them back to. */
export function errorPage(failure: EntraFailure, world: World, correlationId?: string): EmulatorResponse {
  const fields = entraErrorFields(failure, world.clock, correlationId)
  return htmlPage({
    status: failure.status,
    title: 'Sign in - error',
    main: html` <h1>Sign in</h1>
      <p>We couldn't sign you in. The application's request has to be mended first.</p>
      <p class="problem"><b>AADSTS${failure.code}:</b> ${failure.message}</p>
      <h2>Details for whoever runs the application</h2>
      <dl class="mono">
        <dt>Correlation ID</dt>
        <dd>${fields.correlation_id}</dd>
        <dt>Trace ID</dt>
        <dd>${fields.trace_id}</dd>
        <dt>Timestamp</dt>
        <dd>${fields.timestamp}</dd>
      </dl>`,
  })
}
