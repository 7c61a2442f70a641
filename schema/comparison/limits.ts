/** So many searches can be compared at once: a line each has to be told from the others. */
export const LEAST_COMPARED = 2;
export const MOST_COMPARED = 12;
