/** A lease that was not renewed for so long is lost. */
export const LEASE_SECONDS = 30;

/** A worker that was not heard of for so long counts as lost. */
export const WORKER_SECONDS = 30;

/** A trial whose lease was lost so often fails. */
export const MOST_LOSSES = 3;

/** A search whose step was given back or lost so often in a row, without a commit between, fails. */
export const MOST_FAILED_STEPS = 10;

/** Trials that one call may lease or end. */
export const MOST_LEASES = 64;

/** Longest wait of `leaseWork`, below WORKER_SECONDS so that a waiting worker is not taken for lost. */
export const MOST_WAIT_SECONDS = 20;
