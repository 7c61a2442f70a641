'use client';
import { useQuery } from '@apollo/client/react';
import { Button, Text, UnstyledButton } from '@mantine/core';
import Link from 'next/link';
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { SearchValuesDocument, type SearchValuesQuery } from '../lib/operations.generated.ts';
import { formatShare, formatValue } from '../plots/format.ts';
import classes from './learned.module.css';
import search from './search.module.css';
import { type Action, bars, ORDERS, type Order, plansText, readWay, sorted, writeWay } from './values.ts';

type Values = NonNullable<NonNullable<SearchValuesQuery['search']>['qValues']>;

/** What a controller that chooses by Q-values has learned: a walk through its states, decision by decision. `onReady` is given what reads it again. */
export function Learned({ searchId, onReady }: { searchId: string; onReady: (reload: () => void) => void }) {
  const [way, setWay] = useQueryState('walk', parseAsString.withDefault('').withOptions({ history: 'push', scroll: false }));
  const decisions = readWay(way);
  const { data, previousData, error, refetch } = useQuery(SearchValuesDocument, {
    variables: { id: searchId, decisions },
    errorPolicy: 'all',
  });
  useEffect(() => onReady(() => void refetch().catch(() => null)), [onReady, refetch]);
  const go = (next: readonly number[]) => void setWay(next.length === 0 ? null : writeWay(next));
  const values = data?.search?.qValues ?? (error ? null : previousData?.search?.qValues);
  if (!values && !error) return null;
  return (
    <section aria-labelledby="what-it-learned">
      <h2 className={search.heading} id="what-it-learned">
        What has it learned?
      </h2>
      {error && (
        <Text size="sm" role="alert">
          This cannot be read: {error.message}{' '}
          <Button variant="default" size="compact-xs" onClick={() => go([])}>
            From the start
          </Button>
        </Text>
      )}
      {values && <State searchId={searchId} values={values} decisions={decisions} onGo={go} />}
    </section>
  );
}

function State(props: { searchId: string; values: Values; decisions: number[]; onGo: (decisions: readonly number[]) => void }) {
  const { searchId, values, decisions, onGo } = props;
  const { actions, epsilon, observed, path, notation, candidate } = values;
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {notation === null ? plansText(actions, epsilon, observed) : 'Here the network is complete.'}
      </Text>
      <nav aria-label="Decisions so far" className={classes.path}>
        <ol>
          {['Start', ...path].map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a decision is its place on the way
            <li key={i}>
              {i === path.length ? (
                <span aria-current="step">{name}</span>
              ) : (
                <UnstyledButton onClick={() => onGo(decisions.slice(0, i))}>{name}</UnstyledButton>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {notation === null ? (
        <Actions
          {...{ searchId, actions }}
          onGo={(choice) => onGo([...decisions, choice])}
          onBack={decisions.length > 0 ? () => onGo(decisions.slice(0, -1)) : null}
        />
      ) : (
        <p className={classes.network}>
          <code>{notation}</code>{' '}
          {candidate ? (
            <Link href={`/searches/${searchId}/candidates/${candidate.number}`}>
              candidate {candidate.number}, {formatValue(candidate.reward)}
            </Link>
          ) : (
            'was not proposed yet'
          )}
        </p>
      )}
    </>
  );
}

const HEADS: { order: Order; label: string; about: string }[] = [
  { order: 'space', label: 'Decision', about: 'In the order of the space' },
  { order: 'value', label: 'Value', about: 'The reward it expects of networks that go on from here in the best way it knows' },
  { order: 'probability', label: 'Takes it', about: 'Probability with which the next network that comes here takes it' },
  {
    order: 'candidates',
    label: 'Candidates',
    about: 'How many candidates begin like this, and how often it was taken in this state on other ways too',
  },
  { order: 'best', label: 'Best below', about: 'The best candidate that begins like this' },
];

interface ActionsProps {
  searchId: string;
  actions: readonly Action[];
  onGo: (choice: number) => void;
  /** Null at the start. */
  onBack: (() => void) | null;
}

/** The decisions of a state, as one stop of the tab key: arrows move, Enter and right follow, Backspace and left go back. */
function Actions({ searchId, actions, onGo, onBack }: ActionsProps) {
  const [order, setOrder] = useQueryState(
    'decisions',
    parseAsStringLiteral(ORDERS).withDefault('value').withOptions({ history: 'replace' }),
  );
  const [cursor, setCursor] = useState(0);
  const id = useId();
  const rows = sorted(actions, order);
  const lengths = bars(actions);
  const all = actions.reduce((sum, { candidates }) => sum + candidates, 0);
  const at = Math.min(cursor, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const moves: Record<string, number> = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: rows.length - 1 };
    const move = moves[event.key];
    if (move !== undefined) setCursor(Math.max(0, Math.min(rows.length - 1, move)));
    else if (event.key === 'Enter' || event.key === 'ArrowRight' || event.key === 'l') {
      setCursor(0);
      onGo(rows[at]!);
    } else if ((event.key === 'Backspace' || event.key === 'ArrowLeft' || event.key === 'h') && onBack) {
      setCursor(0);
      onBack();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that takes keys is a grid
        role="grid"
        aria-label="Decisions: arrows move, Enter follows, Backspace goes back"
        aria-activedescendant={`${id}-${rows[at]}`}
        className={classes.grid}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head.order} scope="col" data-id={head.order} aria-sort={order === head.order ? 'descending' : 'none'}>
                <UnstyledButton title={head.about} onClick={() => void setOrder(head.order)}>
                  {head.label}
                  {order === head.order && head.order !== 'space' ? ' ▼' : ''}
                </UnstyledButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((place, row) => (
            <Line
              key={place}
              id={`${id}-${place}`}
              searchId={searchId}
              action={actions[place]!}
              length={lengths[place]!}
              share={all > 0 ? actions[place]!.candidates / all : null}
              cursor={row === at}
              onGo={() => {
                setCursor(0);
                onGo(place);
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  id: string;
  searchId: string;
  action: Action;
  /** Of its bar, 0 to 1. */
  length: number;
  /** Of the candidates that came here; null where none did. */
  share: number | null;
  cursor: boolean;
  onGo: () => void;
}

function Line({ id, searchId, action, length, share, cursor, onGo }: LineProps) {
  const { name, value, greedy, probability, taken, candidates, best } = action;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (cursor && row.current?.closest('table') === document.activeElement) row.current?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  return (
    <tr ref={row} id={id} data-cursor={cursor || undefined} onClick={onGo}>
      <td data-id="space">
        <code>{name}</code>
        {greedy && <span className={classes.greedy}>best</span>}
      </td>
      <td data-id="value">
        <span className={classes.valued}>
          <span className={classes.bar} aria-hidden>
            <span className={classes.filled} data-greedy={greedy || undefined} style={{ width: `${Math.round(100 * length)}%` }} />
          </span>
          {formatValue(value)}
        </span>
      </td>
      <td data-id="probability">{formatShare(probability)}</td>
      <td data-id="candidates">
        {candidates}
        <span className={classes.more}> {share === null ? '–' : formatShare(share)}</span>
        {taken > candidates && <span className={classes.more}> · {taken} in this state</span>}
      </td>
      <td data-id="best">
        {best ? (
          <Link href={`/searches/${searchId}/candidates/${best.number}`} onClick={(event) => event.stopPropagation()} tabIndex={-1}>
            #{best.number} {formatValue(best.reward)}
          </Link>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
