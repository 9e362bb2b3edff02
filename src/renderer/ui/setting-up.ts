import { createWatchedValue } from '../client/stores.ts'

/** True from the newsroom's creation until the last question of the first start is answered. */
export const settingUp = createWatchedValue(false)
