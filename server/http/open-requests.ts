import { setMaxListeners } from 'node:events';

/** What is under way, so that stopping can end long polls and subscriptions at once. */
export class OpenRequests {
  readonly #open = new Set<AbortController>();
  #stopped = false;

  /** A signal for one request or connection; call `done` when it ends. */
  begin(): { signal: AbortSignal; done: () => void } {
    const controller = new AbortController();
    setMaxListeners(0, controller.signal); // one for each subscription on a connection
    if (this.#stopped) controller.abort();
    this.#open.add(controller);
    return {
      signal: controller.signal,
      done: () => {
        this.#open.delete(controller);
        controller.abort();
      },
    };
  }

  stop(): void {
    this.#stopped = true;
    for (const controller of this.#open) controller.abort();
  }
}
