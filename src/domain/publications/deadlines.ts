import { z } from 'zod'

/** How soon a correction or a take-down is due after it was asked for, as data with its source. */
export const deadlineRules = z.array(
  z.strictObject({
    kind: z.enum(['correction', 'takedown']),
    ground: z.enum(['authority', 'complaint', 'own']),
    hours: z.number().int().positive(),
    source: z.string().min(1),
    date: z.iso.date(),
  }),
)
export type DeadlineRules = z.infer<typeof deadlineRules>

/** In milliseconds since 1970 UTC; null where no rule sets one. */
export function deadlineOf(
  rules: DeadlineRules,
  { kind, ground, askedAt }: Readonly<{ kind: string; ground: string; askedAt: number }>,
): number | null {
  const rule = rules.find((each) => each.kind === kind && each.ground === ground)
  return rule ? askedAt + rule.hours * 3_600_000 : null
}
