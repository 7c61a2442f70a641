import pg from 'pg';

/** Called with the payload of each notification, and with null when some may have been lost (after a reconnection). */
export type Wake = (payload: string | null) => void;

const FIRST_WAIT = 100;
const LONGEST_WAIT = 5_000;

/**
 * One connection that LISTENs for the whole process. A NOTIFY is only a hint that there may be rows to read: whoever
 * listens must also look on its own now and then. When the connection breaks it is made again, and everybody is woken,
 * because notifications of the meantime are lost.
 */
export class Notifications {
  readonly #url: string;
  readonly #wakes = new Map<string, Set<Wake>>();
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #wait = FIRST_WAIT;
  #stopped = false;

  constructor(url: string, channels: string[]) {
    this.#url = url;
    for (const channel of channels) this.#wakes.set(channel, new Set());
  }

  /** @throws when the first connection fails */
  async start(): Promise<void> {
    await this.#connect();
  }

  /** @returns a function that ends it */
  on(channel: string, wake: Wake): () => void {
    const wakes = this.#wakes.get(channel);
    if (!wakes) throw new Error(`nobody listens on the channel ${channel}`);
    wakes.add(wake);
    return () => wakes.delete(wake);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      keepAlive: true,
      application_name: 'handpick listen',
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', (error) => this.#stopped || console.error(`connection for notifications: ${error.message}`));
    client.on('notification', ({ channel, payload }) => {
      for (const wake of this.#wakes.get(channel) ?? []) wake(payload ?? '');
    });
    await client.connect();
    client.on('end', () => this.#retry());
    this.#client = client;
    for (const channel of this.#wakes.keys()) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    this.#wait = FIRST_WAIT;
    for (const wakes of this.#wakes.values()) for (const wake of wakes) wake(null);
  }

  #retry(): void {
    if (this.#stopped || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#connect().catch((error: Error) => {
        console.error(`connection for notifications: ${error.message}; next try in ${this.#wait} ms`);
        this.#retry();
      });
    }, this.#wait);
    this.#timer.unref();
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }
}
