import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Texts } from './texts.ts'

type Item = MenuItemConstructorOptions

/**
 * The menu bar. Editing keys go to the page, which has its own undo; no accelerator is one of UniKey's or of the
 * Korean and Chinese input methods.
 */
export function menuTemplate(texts: Texts, options: Readonly<{ isMac: boolean; devTools: boolean }>): Item[] {
  const say = (key: string) => texts.say(key)
  const edit = (role: NonNullable<Item['role']>, key: string): Item => ({
    role,
    label: say(`edit.${key}`),
    registerAccelerator: false,
  })
  return [
    ...(options.isMac ? [{ role: 'appMenu', label: 'Trạm Tin' } as const] : []),
    {
      label: say('file.title'),
      submenu: [{ role: options.isMac ? 'close' : 'quit', label: say('file.close') }],
    },
    {
      label: say('edit.title'),
      submenu: [
        edit('undo', 'undo'),
        edit('redo', 'redo'),
        { type: 'separator' },
        edit('cut', 'cut'),
        edit('copy', 'copy'),
        edit('paste', 'paste'),
        edit('selectAll', 'selectAll'),
      ],
    },
    {
      label: say('view.title'),
      submenu: [
        { role: 'zoomIn', label: say('view.zoomIn') },
        { role: 'zoomOut', label: say('view.zoomOut') },
        { role: 'resetZoom', label: say('view.resetZoom') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: say('view.fullScreen') },
        ...(options.devTools ? [{ role: 'toggleDevTools', label: say('view.devTools') } as const] : []),
      ],
    },
    { label: say('window.title'), submenu: [{ role: 'minimize', label: say('window.minimize') }] },
  ]
}

export function showMenu(template: Item[]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
