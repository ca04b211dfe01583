import { FluentProvider, RendererProvider, createDOMRenderer } from '@fluentui/react-components'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider, type RouterHistory } from '@tanstack/react-router'
import { StrictMode, useState } from 'react'
import { createQueryClient } from './api/query-client.ts'
import { EmbeddedDoorContext, type EmbeddedDoor } from './components/embedded-door.ts'
import { useTheme } from './components/theme-choice.ts'
import { createPortalRouter } from './routes.tsx'

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })
const queryClient = createQueryClient()

interface AppProps {
  /** Where the addresses of pages stand; the browser's own where absent. */
  readonly history?: RouterHistory
  /** Of the entry that a host frames. */
  readonly door?: EmbeddedDoor
}

/** Style renderer with the page's nonce, theme, server state, door and routes. */
export function App({ history, door }: AppProps) {
  const [router] = useState(() => createPortalRouter(queryClient, history))
  return (
    <StrictMode>
      <RendererProvider renderer={renderer}>
        <FluentProvider theme={useTheme()}>
          <QueryClientProvider client={queryClient}>
            <EmbeddedDoorContext value={door ?? null}>
              <RouterProvider router={router} />
            </EmbeddedDoorContext>
          </QueryClientProvider>
        </FluentProvider>
      </RendererProvider>
    </StrictMode>
  )
}
