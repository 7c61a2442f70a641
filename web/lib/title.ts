'use client';
import { useEffect } from 'react';

/** Names the document when the name is known only in the browser. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    if (!title) return;
    const name = `${title} · Handpick`;
    document.title = name;
    // Next writes the route's own title when it arrives after this.
    const watch = new MutationObserver(() => {
      if (document.title !== name) document.title = name;
    });
    const head = document.head;
    watch.observe(head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [title]);
}
