/** The text is not a network; `position` counts characters from 0 in the text as given. */
export class NotationError extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(`character ${position + 1}: ${message}`);
  }
}

/** The characters without white space, each with its place in the text. */
export class Reader {
  private index = 0;
  private readonly characters: { character: string; position: number }[];

  constructor(private readonly text: string) {
    this.characters = [...text.matchAll(/\S/g)].map((match) => ({ character: match[0], position: match.index }));
  }

  private get next(): string | undefined {
    return this.characters[this.index]?.character;
  }

  get position(): number {
    return this.characters[this.index]?.position ?? this.text.length;
  }

  found(): string {
    return this.next === undefined ? 'the end' : `"${this.next}"`;
  }

  /** Whether this character is the next one. */
  at(character: string): boolean {
    return this.next === character;
  }

  take(character: string): boolean {
    if (this.next !== character) return false;
    this.index++;
    return true;
  }

  expect(character: string, allowed: string): void {
    if (!this.take(character))
      throw new NotationError(`"${character}" was expected, found ${this.found()}; allowed: ${allowed}`, this.position);
  }

  expectEnd(allowed: string): void {
    if (this.next !== undefined) throw new NotationError(`found ${this.found()}; allowed: ${allowed}`, this.position);
  }

  word = () => this.run(/[A-Za-z]/);
  digits = () => this.run(/[0-9]/);

  private run(pattern: RegExp): string {
    let word = '';
    while (this.next !== undefined && pattern.test(this.next)) {
      word += this.next;
      this.index++;
    }
    return word;
  }
}
