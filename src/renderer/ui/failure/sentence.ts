import type { TFunction } from 'i18next'
import { failureVariant } from '#contract/failure-variant.ts'
import type { Failure } from '#contract/failures.ts'
import type { Format } from '../../i18n/format.ts'

type Texts = Readonly<{ what: string; todo: string }>
type Facts = Record<string, string | number>

/** What happened and where, and what to do about it, in the language of the interface. */
export function failureSentence(failure: Failure, t: TFunction<'failures'>, format: Format): Texts {
  const context = failureVariant(failure)
  const facts = { ...factsToSay(failure, t, format), ...(context && { context }) }
  return { what: t(`${failure.code}.what`, facts), todo: t(`${failure.code}.todo`, facts) }
}

function factsToSay(failure: Failure, t: TFunction<'failures'>, format: Format): Facts {
  switch (failure.code) {
    case 'role-missing':
      return { needs: format.list(failure.facts.needs.map((role) => t(`common:role.${role}`, role))) }
    case 'state-refuses':
      return {
        action: t(`action.${failure.facts.action}`, failure.facts.action),
        state: t(`common:state.${failure.facts.state}`, failure.facts.state),
      }
    case 'file-too-large':
      return {
        name: failure.facts.name,
        bytes: format.bytes(failure.facts.bytes),
        limit: format.bytes(failure.facts.limit),
      }
    case 'secret-stamp':
      return { ...failure.facts, stamp: t(`common:stamp.${failure.facts.stamp}`, failure.facts.stamp) }
    default:
      return sayable(failure.facts)
  }
}

function sayable(facts: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter((fact): fact is [string, string | number] =>
      ['string', 'number'].includes(typeof fact[1]),
    ),
  )
}
