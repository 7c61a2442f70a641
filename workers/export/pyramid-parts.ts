/** Where each part of a spatial pyramid lies on a map, level by level, row by row (He et al. 2014; see SpatialPyramidPool). */
export function partsOf(height: number, width: number, levels: number): { top: number; bottom: number; left: number; right: number }[] {
  return Array.from({ length: levels }, (_, level) => 2 ** level).flatMap((sides) =>
    spans(height, sides).flatMap(([top, bottom]) => spans(width, sides).map(([left, right]) => ({ top, bottom, left, right }))),
  );
}

/** First and, exclusive, last of each part. */
const spans = (side: number, parts: number): [number, number][] =>
  Array.from({ length: parts }, (_, i) => [Math.floor((i * side) / parts), Math.ceil(((i + 1) * side) / parts)]);
