'use client';
import { TagsInput, Textarea } from '@mantine/core';
import { type Ref, useEffect, useState } from 'react';
import { type Judgement, UNJUDGED } from './undo.ts';
import type { Annotate } from './useAnnotate.ts';

interface Props {
  candidate: { id: string; viewerAnnotation: Judgement | null };
  annotate: Annotate;
  /** Tags used in this search, to choose from. */
  known: readonly string[];
  tagsRef?: Ref<HTMLInputElement>;
  noteRef?: Ref<HTMLTextAreaElement>;
  /** Escape, or a note that was finished by Ctrl+Enter. */
  onLeave?: () => void;
}

/** One's own tags and note. Kept when the field is left; Escape leaves it. */
export function NoteEditor({ candidate, annotate, known, tagsRef, noteRef, onLeave }: Props) {
  const own = candidate.viewerAnnotation ?? UNJUDGED;
  const [note, setNote] = useState(own.note);
  const [editing, setEditing] = useState(false);
  useEffect(() => {
    if (!editing) setNote(own.note);
  }, [own.note, editing]);
  const keep = () => {
    setEditing(false);
    if (note !== own.note) annotate.annotate(candidate.id, { note });
  };
  return (
    <>
      <TagsInput
        ref={tagsRef}
        size="xs"
        label="Your tags"
        value={own.tags}
        data={known.filter((tag) => !own.tags.includes(tag))}
        maxTags={20}
        onChange={(tags) => annotate.annotate(candidate.id, { tags: tags.map((tag) => tag.trim().slice(0, 40)).filter(Boolean) })}
        onKeyDown={(event) => event.key === 'Escape' && onLeave?.()}
        clearable
      />
      <Textarea
        ref={noteRef}
        size="xs"
        label="Your note"
        description="@name mentions a member; Ctrl+Enter keeps it"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={note}
        onFocus={() => setEditing(true)}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) onLeave?.();
        }}
      />
    </>
  );
}
