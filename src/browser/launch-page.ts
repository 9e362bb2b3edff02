import type { IncomingMessage } from 'node:http'
import en from '#locales/en/shell.json' with { type: 'json' }
import ko from '#locales/ko/shell.json' with { type: 'json' }
import vi from '#locales/vi/shell.json' with { type: 'json' }
import zh from '#locales/zh/shell.json' with { type: 'json' }

const texts = { vi, en, zh, ko } as const

/** Tells a person whose link was spent or whose window was never let in how to open one that works. */
export function launchRefusal(request: IncomingMessage): string {
  const language = preferredLanguage(request.headers['accept-language'] ?? '')
  const { launch } = texts[language]
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${launch.title}</title><h1>${launch.title}</h1><p>${launch.body}</p></html>`
}

function preferredLanguage(header: string): keyof typeof texts {
  const asked = header.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.find((each): each is keyof typeof texts => Object.hasOwn(texts, each)) ?? 'vi'
}
