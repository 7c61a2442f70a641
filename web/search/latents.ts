/** Latent sizes that a space allows, from its limits as the API gives them; empty for families without a latent vector. */
export function latentsOf(limits: unknown): number[] {
  if (typeof limits !== 'object' || limits === null || !('latent' in limits) || !Array.isArray(limits.latent)) return [];
  return limits.latent.filter((size): size is number => typeof size === 'number');
}
