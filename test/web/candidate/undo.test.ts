import { describe, expect, it } from 'vitest';
import { judge, parseTags } from '../../../web/candidate/judge.ts';
import { type Act, actOf, describeAct, type Judgement, popAct, pushAct, toggled, UNJUDGED } from '../../../web/candidate/undo.ts';

const candidate = { id: 'ca_1', number: 12 };

describe('undo', () => {
  it('takes every act back, in the opposite order, to where it began', () => {
    const begin: Judgement = { verdict: 'REJECTED', rating: 2, tags: ['blurry'], note: 'hm' };
    const changes: Partial<Judgement>[] = [
      { verdict: 'PICKED' },
      { rating: 5, tags: [] },
      { note: '' },
      { verdict: null },
      { tags: ['sharp', 'blurry'] },
    ];
    let now = begin;
    let stack: Act[] = [];
    const states = [begin];
    for (const change of changes) {
      stack = pushAct(stack, actOf(candidate, now, change));
      now = { ...now, ...change };
      states.push(now);
    }
    for (let popped = popAct(stack); popped; popped = popAct(popped.rest)) {
      states.pop();
      now = { ...now, ...popped.act.before };
      expect(now).toEqual(states.at(-1));
    }
    expect(now).toEqual(begin);
  });

  it('keeps no act that changes nothing, and forgets the oldest of very many', () => {
    expect(pushAct([], actOf(candidate, UNJUDGED, { verdict: null }))).toEqual([]);
    let stack: Act[] = [];
    for (let i = 0; i < 500; i++)
      stack = pushAct(stack, { ...candidate, candidateId: 'ca_1', before: { note: '' }, after: { note: String(i) } });
    expect(stack).toHaveLength(200);
    expect(stack.at(-1)!.after.note).toBe('499');
    expect(popAct([])).toBeNull();
  });

  it('takes a verdict back that is given twice', () => {
    expect(toggled<'PICKED' | 'REJECTED'>(null, 'PICKED')).toBe('PICKED');
    expect(toggled<'PICKED' | 'REJECTED'>('REJECTED', 'PICKED')).toBe('PICKED');
    expect(toggled<'PICKED' | 'REJECTED'>('PICKED', 'PICKED')).toBeNull();
  });

  it('says what was done', () => {
    expect(describeAct(actOf(candidate, UNJUDGED, { verdict: 'PICKED' }))).toBe('#12 picked');
    expect(describeAct(actOf(candidate, UNJUDGED, { rating: 3, tags: ['a'] }))).toBe('#12 rated 3, tags changed');
  });
});

describe('a judgement before the server has answered', () => {
  it('moves the counts by one and leaves what others said', () => {
    const others = {
      picks: 2,
      rejections: 1,
      tags: ['sharp', 'mine'],
      own: { verdict: 'REJECTED' as const, rating: null, tags: ['mine'], note: '' },
    };
    const after = judge(others, { verdict: 'PICKED', tags: ['new'] });
    expect(after).toMatchObject({ picks: 3, rejections: 0, tags: ['sharp', 'new'], own: { verdict: 'PICKED', tags: ['new'], note: '' } });
  });

  it('is the first word of a member who said nothing before', () => {
    expect(judge({ picks: 0, rejections: 0, tags: [], own: null }, { rating: 4 })).toMatchObject({
      picks: 0,
      rejections: 0,
      own: { verdict: null, rating: 4 },
    });
  });

  it('reads tags as they are typed', () => {
    expect(parseTags(' sharp, ,twos,sharp ')).toEqual(['sharp', 'twos']);
    expect(parseTags('x'.repeat(60))[0]).toHaveLength(40);
    expect(parseTags(Array.from({ length: 30 }, (_, i) => `t${i}`).join(','))).toHaveLength(20);
  });
});
