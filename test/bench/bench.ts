import { writeFileSync } from 'node:fs';

/** A bench prints one line of JSON a figure to standard output; progress, and what is missing, go to standard error. */
export interface Bench {
  /** What it measures, for the list. */
  about: string;
  /** Returns the exit code. */
  run(args: string[]): Promise<number>;
}

interface Parts<Options> {
  name: string;
  about: string;
  help: string;
  /** @throws RangeError or TypeError that names the option, its value and what is allowed */
  parse(args: string[]): Options | 'help';
  /** Gives a figure a line; `missing` says that one could not be measured, and why, and that the others were. */
  figures(options: Options, missing: (why: string) => void): AsyncIterable<object>;
}

/** The usual bench: figures are printed as they come, and those that came go to the file of `--json` too. */
export function figureBench<Options extends { json: string | null }>({ name, about, help, parse, figures }: Parts<Options>): Bench {
  return {
    about,
    async run(args) {
      let options: Options | 'help';
      try {
        options = parse(args);
      } catch (error) {
        console.error(`bench ${name}: ${(error as Error).message}`);
        return 1;
      }
      if (options === 'help') {
        console.log(help);
        return 0;
      }
      const lines: string[] = [];
      let code = 0;
      const missing = (why: string) => {
        console.error(why);
        code = 1;
      };
      for await (const figure of figures(options, missing)) {
        lines.push(JSON.stringify(figure));
        console.log(lines.at(-1));
      }
      if (options.json) writeFileSync(options.json, lines.map((line) => `${line}\n`).join(''));
      return code;
    },
  };
}
