/** Why given data cannot become a dataset: which file, and what is wrong with it. Nothing is kept of it. */
export class DataProblem extends Error {
  override readonly name = 'DataProblem';

  constructor(
    readonly file: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${reason}`, options);
  }
}

export const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`;
