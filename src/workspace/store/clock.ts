/** Seams that tests set. */
export type Clock = Readonly<{ now(): number }>
