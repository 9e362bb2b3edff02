import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './fonts.ts'
import './theme.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { installWindowGuard } from './client/window-guard.ts'
import { firstAnswers } from './first-answers.ts'
import { startTexts } from './i18n/i18n.ts'
import { queries } from './queries.ts'
import { fetchRest } from './ui/later.ts'

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no #root')
  installWindowGuard()
  await Promise.all([startTexts(), firstAnswers])
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
  void fetchRest()
}

void start()
