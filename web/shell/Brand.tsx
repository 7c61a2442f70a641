/** Nine candidates, one picked. The same picture as app/icon.svg. */
export function Brand() {
  const ring = [9, 16, 23].flatMap((x) => [9, 16, 23].map((y) => ({ x, y }))).filter(({ x, y }) => x !== 16 || y !== 16);
  return (
    <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#3b5bdb" />
      {ring.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="2.6" fill="#fff" opacity="0.55" />
      ))}
      <circle cx="16" cy="16" r="4.4" fill="#fff" />
    </svg>
  );
}
