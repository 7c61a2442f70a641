import type uPlot from 'uplot';
import classes from './plots.module.css';

/** Something that happened just before a candidate was proposed. */
export interface Mark {
  number: number;
  /** What, in words. */
  title: string;
}

/** Draws the marks of a plot by candidate number anew, as lines between two candidates; the pointer reads them at their upper end. */
export function placeMarks(u: uPlot, marks: readonly Mark[]): void {
  for (const old of u.over.querySelectorAll(`.${classes.mark}`)) old.remove();
  const { min, max } = u.scales.x!;
  if (min == null || max == null) return;
  for (const { number, title } of marks) {
    const at = number - 0.5;
    if (at < min || at > max) continue;
    const line = document.createElement('div');
    line.className = classes.mark!;
    line.style.left = `${u.valToPos(at, 'x')}px`;
    const flag = document.createElement('span');
    flag.title = title;
    line.append(flag);
    u.over.append(line);
  }
}

/** "changed at 12, 40": for the legend. At most the three newest by number. */
export function marksText(marks: readonly Mark[]): string {
  const numbers = marks.slice(-3).map(({ number }) => number.toLocaleString('en'));
  return `changed at ${marks.length > 3 ? '…, ' : ''}${numbers.join(', ')}`;
}
