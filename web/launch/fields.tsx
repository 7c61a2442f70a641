'use client';
import { Checkbox, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDocs, useLaunchForm } from './context.ts';
import classes from './launch.module.css';

interface FieldProps {
  /** Path within the form, which is the path of its problems. */
  path: string;
  label: string;
  /** Key of its description; see docs.ts. */
  doc: string;
  /** Said after the schema's words, e.g. a unit or an example. */
  more?: string;
}

function useShared({ path, label, doc, more }: FieldProps) {
  const form = useLaunchForm();
  const docs = useDocs();
  return { label, description: withMore(docs(doc), more), inputWrapperOrder: FIELD_ORDER, ...form.getInputProps(path) };
}

/** What the schema's words say already is not said again. */
function withMore(text: string, more = ''): string {
  const said = text.toLowerCase().includes(more.toLowerCase().replace(/\.$/, ''));
  return said ? text : `${text} ${more}`.trim();
}

/** What is wrong stands between a field and what it is for. */
export const FIELD_ORDER: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** `empty`: what no number means there. */
export function NumberField({ decimal = false, empty, ...props }: FieldProps & { decimal?: boolean; empty?: string }) {
  return (
    <NumberInput
      {...useShared(props)}
      allowDecimal={decimal}
      placeholder={empty}
      hideControls
      clampBehavior="none"
      thousandSeparator={decimal ? undefined : ','}
      inputMode={decimal ? 'decimal' : 'numeric'}
    />
  );
}

/** A list or a name, as text. */
export function TextField({ mono = false, wide = false, ...props }: FieldProps & { mono?: boolean; wide?: boolean }) {
  return (
    <TextInput
      {...useShared(props)}
      className={wide ? classes.wide : undefined}
      classNames={mono ? { input: 'hp-mono' } : undefined}
      spellCheck={false}
      autoComplete="off"
    />
  );
}

/** A text of several lines. */
export function LinesField(props: FieldProps) {
  return (
    <Textarea
      {...useShared(props)}
      className={classes.wide}
      classNames={{ input: 'hp-mono' }}
      autosize
      minRows={3}
      maxRows={12}
      spellCheck={false}
    />
  );
}

export interface Choice {
  value: string;
  label: string;
  /** Key of its description. */
  doc?: string;
}

/** One of a few; each says in the list what it is. `onPick` replaces the plain change of this one field. */
export function ChoiceField({ choices, onPick, ...props }: FieldProps & { choices: Choice[]; onPick?: (value: string) => void }) {
  const docs = useDocs();
  const shared = useShared(props);
  const chosen = choices.find(({ value }) => value === shared.value);
  return (
    <Select
      {...shared}
      description={chosen?.doc ? docs(chosen.doc) : shared.description}
      data={choices}
      allowDeselect={false}
      maxDropdownHeight={360}
      onChange={(value) => value && (onPick ?? shared.onChange)(value)}
      renderOption={({ option }) => {
        const doc = choices.find(({ value }) => value === option.value)?.doc;
        return (
          <div>
            <Text size="sm">{option.label}</Text>
            {doc && (
              <Text size="xs" c="dimmed">
                {docs(doc)}
              </Text>
            )}
          </div>
        );
      }}
    />
  );
}

export function CheckField(props: FieldProps) {
  const form = useLaunchForm();
  const docs = useDocs();
  return (
    <Checkbox
      mt={22}
      label={props.label}
      description={unticked(docs(props.doc))}
      {...form.getInputProps(props.path, { type: 'checkbox' })}
    />
  );
}

/** A box is neither empty nor false, it is off. */
export const unticked = (text: string): string => text.replace(/\b(empty|false)\b/g, 'off').replace(/\bFalse\b/g, 'Off');

/** One step of the form, all of them on one page. */
export function Section({ title, id, aside, children }: { title: string; id: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.sectionHead}>
        <h2 id={id} className={classes.sectionTitle}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

export function Fields({ children }: { children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>;
}
