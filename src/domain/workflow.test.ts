import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeHash, makeId, makeNewsroom, verdictFor } from '#tests/makers/newsroom.ts'
import type { SignedRecord } from './records.ts'
import { judgeDocument } from './workflow.ts'
import { transitions, type WorkflowAction, workflowActions } from './workflow-transitions.ts'

const an = makeId('An, reporter')
const binh = makeId('Bình, approver')
const chi = makeId('Chi, head')
const document = 'article:01930000-0000-7000-8000-000000000001'

/** A newsroom with a reporter, an approver and a head, and short ways to sign about one document. */
function makeDesk() {
  const room = makeNewsroom()
  room.member(an, ['reporter'])
  room.member(binh, ['approver'])
  room.member(chi, ['head'])
  const heads = () => trust().heads
  const trust = () => judgeDocument(document, room.records, room.current(), null)
  const common = () => ({ document, note: '', answers: heads() })
  return {
    ...room,
    trust,
    state: () => trust().standing.state,
    approved: () => trust().standing.approved?.submission.record.revision ?? null,
    verdict: (signed: SignedRecord) => verdictFor(room.judge().records, signed),
    submit: (text: string, more: object = {}, by = an) =>
      room.sign(by, {
        kind: 'submission',
        ...common(),
        revision: makeHash(text),
        reached: { laptop: room.records.length },
        authors: [an],
        ...more,
      }),
    approve: (submission: SignedRecord, more: object = {}, by = binh) =>
      room.sign(by, {
        kind: 'approval',
        ...common(),
        submission: submission.hash,
        revision: submission.record.kind === 'submission' ? submission.record.revision : '',
        ...more,
      }),
    answer: (kind: 'return' | 'recall', submission: SignedRecord, more: object = {}, by = binh) =>
      room.sign(by, { kind, ...common(), submission: submission.hash, ...more }),
    takedown: (kind: 'withdrawal' | 'reinstatement', more: object = {}, by = chi) =>
      room.sign(by, { kind, ...common(), ...more }),
  }
}
type Desk = ReturnType<typeof makeDesk>

/** Does an action as someone who may, on the submission that was sent last. */
function act(desk: Desk, action: WorkflowAction, last: SignedRecord): SignedRecord {
  switch (action) {
    case 'submit':
      return desk.submit(`text ${desk.records.length}`)
    case 'approve':
      return desk.approve(last)
    case 'return':
      return desk.answer('return', last)
    case 'recall':
      return desk.answer('recall', last, {}, an)
    case 'withdraw':
      return desk.takedown('withdrawal')
    case 'reinstate':
      return desk.takedown('reinstatement')
  }
}

describe('the transition table', () => {
  it('is what happens, and nothing else happens, as long as nobody acts side by side (TRUST5)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...workflowActions), { maxLength: 7 }), (actions) => {
        const desk = makeDesk()
        let last = desk.submit('text 0')
        let state = desk.state()
        expect(state).toBe('inReview')
        for (const action of actions) {
          const next = transitions[state][action]
          const signed = act(desk, action, last)
          expect(desk.verdict(signed) === 'valid').toBe(next !== undefined)
          if (next && action === 'submit') last = signed
          state = next ?? state
          expect(desk.state()).toBe(state)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('keeps the approved text for export while newer text is under way', () => {
    const desk = makeDesk()
    desk.approve(desk.submit('one'))
    const second = desk.submit('two')
    expect(desk.state()).toBe('inReview')
    expect(desk.approved()).toBe(makeHash('one'))
    desk.answer('return', second)
    expect(desk.approved()).toBe(makeHash('one'))
    desk.approve(desk.submit('three'))
    expect(desk.approved()).toBe(makeHash('three'))
  })

  it('asks for a new approval after a withdrawal', () => {
    const desk = makeDesk()
    desk.approve(desk.submit('one'))
    desk.takedown('withdrawal')
    expect(desk.approved()).toBeNull()
    desk.takedown('reinstatement')
    expect(desk.state()).toBe('draft')
    expect(desk.approved()).toBeNull()
  })

  it('lets a paper approval stand for an approval', () => {
    const desk = makeDesk()
    const submission = desk.submit('one')
    desk.sign(binh, {
      kind: 'paperApproval',
      document,
      note: '',
      answers: desk.trust().heads,
      submission: submission.hash,
      revision: makeHash('one'),
      scan: makeHash('scan'),
      approver: 'Phó Chủ tịch xã',
    })
    expect(desk.state()).toBe('approved')
  })
})

describe('an approval does not count', () => {
  it('from someone without the role', () => {
    const desk = makeDesk()
    desk.member(makeId('Dũng'), ['editor'])
    expect(desk.verdict(desk.approve(desk.submit('one'), {}, makeId('Dũng')))).toBe('invalid: role-missing')
    expect(desk.state()).toBe('inReview')
  })

  it('signed with a key that is not the approver’s', () => {
    const desk = makeDesk()
    const submission = desk.submit('one')
    const { record } = desk.approve(submission)
    // A statement of its own: one body with two signatures is another matter (record-set.test.ts).
    const forged = desk.sign(binh, { ...record, id: makeId('forged') } as never, desk.keyOf(an))
    expect(desk.verdict(forged)).toBe('invalid: signature-wrong')
  })

  it('for another text than the one submitted', () => {
    const desk = makeDesk()
    const forged = desk.approve(desk.submit('one'), { revision: makeHash('smuggled in') })
    expect(desk.verdict(forged)).toBe('invalid: revision-wrong')
    expect(desk.approved()).toBeNull()
  })

  it('from an author, nor from the one who sent it (TRUST6)', () => {
    const desk = makeDesk()
    desk.member(an, ['reporter', 'approver'])
    expect(desk.verdict(desk.approve(desk.submit('one'), {}, an))).toBe('invalid: self-approval')
    const sentByChi = desk.submit('two', {}, chi)
    expect(desk.verdict(desk.approve(sentByChi, {}, chi))).toBe('invalid: self-approval')
    const writtenByBoth = desk.submit('three', { authors: [an, binh] })
    expect(desk.verdict(desk.approve(writtenByBoth, {}, binh))).toBe('invalid: self-approval')
    expect(desk.approved()).toBeNull()
  })

  it('when it is played again for a later submission', () => {
    const desk = makeDesk()
    const first = desk.submit('one')
    const approval = desk.approve(first)
    const second = desk.submit('two')
    const replayed = { ...approval, record: { ...approval.record, submission: second.hash } }
    expect(desk.judge([...desk.records, replayed]).documents.get(document)?.standing.state).toBe('inReview')
    expect(desk.verdict(desk.approve(first))).toBe('invalid: not-waiting')
    expect(desk.approved()).toBe(makeHash('one'))
  })

  it('when it is signed for another document', () => {
    const desk = makeDesk()
    const submission = desk.submit('one')
    const other = 'article:01930000-0000-7000-8000-000000000002'
    const elsewhere = desk.approve(submission, { document: other, answers: [] })
    expect(desk.verdict(elsewhere)).toBe('invalid: submission-missing')
    expect(desk.judge().documents.get(other)?.standing.approved).toBeNull()
    expect(desk.state()).toBe('inReview')
  })

  it('from a member who was removed, backdated or not (TRUST2)', () => {
    const desk = makeDesk()
    const before = desk.current().heads
    const accepted = desk.approve(desk.submit('one'))
    desk.member(binh, [], { removed: true, accepts: [accepted.hash] })
    expect(desk.verdict(accepted)).toBe('valid')
    const second = desk.submit('two')
    expect(desk.verdict(desk.approve(second))).toBe('invalid: signer-removed')
    expect(desk.verdict(desk.approve(second, { memberships: before }))).toBe('invalid: superseded')
    expect(desk.approved()).toBe(makeHash('one'))
  })

  it('from a member who lost the role, backdated or not (TRUST2)', () => {
    const desk = makeDesk()
    const before = desk.current().heads
    const submission = desk.submit('one')
    desk.member(binh, ['reporter'])
    expect(desk.verdict(desk.approve(submission))).toBe('invalid: role-missing')
    expect(desk.verdict(desk.approve(submission, { memberships: before }))).toBe('invalid: superseded')
    expect(desk.state()).toBe('inReview')
  })

  it('from a key that was replaced because its PIN was lost', () => {
    const desk = makeDesk()
    const before = desk.current().heads
    const submission = desk.submit('one')
    const old = desk.keyOf(binh)
    desk.keys.delete(binh)
    desk.member(binh, ['approver'])
    const late = desk.sign(
      binh,
      { ...desk.approve(submission).record, memberships: before, note: 'late' } as never,
      old,
    )
    expect(desk.verdict(late)).toBe('invalid: superseded')
  })

  it('when the submission hides an author that the log knows (TRUST6)', () => {
    const desk = makeDesk()
    const submission = desk.submit('one', { reached: { laptop: 9 } })
    desk.approve(submission)
    const log = [{ device: 'laptop', firstSequence: 3, lastSequence: 4, profile: binh }]
    const trust = judgeDocument(document, desk.records, desk.current(), log)
    expect(trust.problem(submission.hash)).toBe('authors-incomplete')
    expect(trust.standing.approved).toBeNull()
  })
})

describe('rival answers', () => {
  it('are a conflict in which the return counts, until someone who knows both decides (TRUST7)', () => {
    const desk = makeDesk()
    desk.approve(desk.submit('one'))
    const second = desk.submit('two')
    const known = { answers: [second.hash] }
    desk.approve(second, known)
    desk.answer('return', second, known, chi)
    expect(desk.state()).toBe('conflict')
    expect(desk.approved()).toBe(makeHash('one'))
    desk.approve(second)
    expect(desk.state()).toBe('approved')
    expect(desk.approved()).toBe(makeHash('two'))
  })

  it('that agree are none', () => {
    const desk = makeDesk()
    const submission = desk.submit('one')
    desk.approve(submission, { answers: [submission.hash] })
    desk.approve(submission, { answers: [submission.hash] }, chi)
    expect(desk.state()).toBe('approved')
  })

  it('of a recall and an approval are a conflict', () => {
    const desk = makeDesk()
    const submission = desk.submit('one')
    desk.approve(submission, { answers: [submission.hash] })
    desk.answer('recall', submission, { answers: [submission.hash] }, an)
    expect(desk.state()).toBe('conflict')
    expect(desk.approved()).toBeNull()
  })

  it('two texts approved side by side stand down together', () => {
    const desk = makeDesk()
    const first = desk.submit('one', { answers: [] })
    const second = desk.submit('two', { answers: [] })
    desk.approve(first, { answers: [first.hash] })
    desk.approve(second, { answers: [second.hash] })
    expect(desk.state()).toBe('conflict')
    expect(desk.approved()).toBeNull()
    desk.answer('return', first)
    expect(desk.state()).toBe('returned')
    expect(desk.approved()).toBe(makeHash('two'))
  })

  it('a withdrawal beats an approval that did not know of it', () => {
    const desk = makeDesk()
    const submission = desk.submit('one')
    const known = { answers: [submission.hash] }
    desk.takedown('withdrawal', known)
    desk.approve(submission, known)
    expect(desk.state()).toBe('withdrawn')
    expect(desk.approved()).toBeNull()
    desk.takedown('reinstatement')
    expect(desk.state()).toBe('draft')
  })
})

/** A random history by three people who know more or less of what the others did. */
const history = fc.array(
  fc.record({
    action: fc.constantFrom(...workflowActions),
    knows: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 9 },
)

function playHistory(steps: readonly { action: WorkflowAction; knows: number }[]): Desk {
  const desk = makeDesk()
  const own: SignedRecord[] = [desk.submit('text 0')]
  for (const { action, knows } of steps) {
    const known = own.slice(0, Math.ceil(knows * own.length))
    const submissions = own.filter((item) => item.record.kind === 'submission')
    const last = submissions.at(-1) ?? own[0]
    if (!last) continue
    const more = { answers: judgeDocument(document, known, desk.current(), null).heads }
    own.push(desk.sign(...draftFor(desk, action, last, more)))
  }
  return desk
}

function draftFor(desk: Desk, action: WorkflowAction, last: SignedRecord, more: object) {
  const signed = act(desk, action, last)
  desk.records.pop()
  return [signed.record.signer, { ...signed.record, ...more }] as Parameters<Desk['sign']>
}

describe('records that arrive in any order', () => {
  it('get the same verdicts and lead to the same state', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (steps, numbers) => {
        const desk = playHistory(steps)
        const shuffled = shuffle(desk.records, numbers)
        expect(outcome(desk, shuffled)).toEqual(outcome(desk, desk.records))
      }),
      { numRuns: 60 },
    )
  })

  it('never export a text without an approval by someone else that nothing contradicts', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const desk = playHistory(steps)
        const { standing } = desk.trust()
        if (!standing.approved) return
        const { submission, approval } = standing.approved
        expect(approval.record.signer).not.toBe(submission.record.signer)
        const answers = desk.records.filter(
          ({ record, hash }) =>
            'submission' in record &&
            record.submission === submission.hash &&
            desk.trust().problem(hash) === null,
        )
        const returns = answers.filter((item) => item.record.kind !== 'approval')
        for (const item of returns) expect(isSettled(item, answers)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

/** Some approval knew of it. */
function isSettled(item: SignedRecord, answers: readonly SignedRecord[]): boolean {
  return answers.some(({ record }) => record.kind === 'approval' && record.answers.includes(item.hash))
}

function shuffle<Item>(items: readonly Item[], numbers: fc.Stream<number>): Item[] {
  const keyed = items.map((item) => ({ item, key: numbers.next().value ?? 0 }))
  return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item)
}

function outcome(desk: Desk, records: readonly SignedRecord[]) {
  const judged = desk.judge(records)
  return {
    verdicts: new Map(judged.records.map((item) => [item.hash, item.verdict])),
    standing: judged.documents.get(document)?.standing,
    heads: judged.documents.get(document)?.heads,
  }
}
